import { atVisit, urlOf } from '@zhitongche/contract/web';
import { DownloadButton } from '@zhitongche/ui';

/** 申报表 as the office prints it, to read on paper or to keep; not at the public door, which does not serve it. */
export const PrintSheet = ({ caseId }: { readonly caseId: string }) =>
  atVisit ? null : (
    <div className="row no-print">
      {(['pdf', 'docx'] as const).map((format) => (
        <DownloadButton
          key={format}
          href={urlOf('applicationSheet', { params: { case: caseId }, query: { format } })}
          download
          size="small"
        >
          申报表（{format === 'pdf' ? 'PDF' : 'Word'}）
        </DownloadButton>
      ))}
    </div>
  );
