import { urlOf } from '@zhitongche/contract/web';
import type { RegisterKind } from '@zhitongche/register';
import { DownloadButton } from '@zhitongche/ui';
import type { Row } from './use-row-act.ts';

/** Papers of one row as it stands, for whoever keeps it: to be printed and signed. */
export const RowPapers = ({ kind, row }: { readonly kind: RegisterKind; readonly row: Row }) => {
  const papers = row.keeps
    ? (kind.papers?.filter((paper) => paper.of === 'row' && paper.when(row)) ?? [])
    : [];
  if (papers.length === 0) return null;
  return (
    <div className="row-papers">
      {papers.map(({ key, title }) => (
        <DownloadButton
          key={key}
          href={urlOf('keptPaper', { params: { register: kind.code, paper: key }, query: { row: row.id } })}
          download
        >
          {title}
        </DownloadButton>
      ))}
    </div>
  );
};
