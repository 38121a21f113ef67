import { urlOf } from '@zhitongche/contract/web';
import type { RegisterKind } from '@zhitongche/register';
import { Button, DownloadButton, lazily, PopoverButton } from '@zhitongche/ui';
import { Suspense, useState } from 'react';
import { type KeptSearch, rowsQuery } from './kept-search.ts';
import { Ledgers } from './Ledgers.tsx';

const ImportList = lazily(() => import('./ImportList.tsx').then((m) => m.ImportList));

/** The rows before a reader as a file, and a file read into the register by whoever keeps it. */
export const ListFiles = ({
  kind,
  keeps,
  search,
}: {
  readonly kind: RegisterKind;
  readonly keeps: boolean;
  readonly search: KeptSearch;
}) => {
  const [importing, setImporting] = useState(false);
  const { params, query = {} } = rowsQuery(kind.code, search, 1);
  const { limit: _limit, cursor: _cursor, ...asked } = query;
  const href = (format: 'xlsx' | 'csv' | 'pdf'): string =>
    urlOf('keptExport', { params, query: { ...asked, format } });
  return (
    <>
      <PopoverButton label="导入导出" icon="download">
        {(close) => (
          <>
            <DownloadButton href={href('xlsx')} download variant="quiet">
              导出眼前这些（Excel）
            </DownloadButton>
            <DownloadButton href={href('csv')} download variant="quiet">
              导出眼前这些（CSV）
            </DownloadButton>
            <DownloadButton href={href('pdf')} download variant="quiet">
              打印眼前这些（PDF）
            </DownloadButton>
            {kind.day === undefined ? null : <Ledgers kind={kind} asked={asked} />}
            {keeps
              ? kind.papers
                  ?.filter(({ of }) => of === 'list')
                  .map(({ key, title }) => (
                    <DownloadButton
                      key={key}
                      href={urlOf('keptPaper', { params: { ...params, paper: key }, query: asked })}
                      download
                      variant="quiet"
                    >
                      出具{title}
                    </DownloadButton>
                  ))
              : null}
            {keeps ? (
              <>
                <DownloadButton href={urlOf('keptTemplate', { params })} download variant="quiet">
                  下载导入模板
                </DownloadButton>
                <Button
                  icon="upload"
                  variant="quiet"
                  onPress={() => {
                    setImporting(true);
                    close();
                  }}
                >
                  从表格导入
                </Button>
              </>
            ) : null}
          </>
        )}
      </PopoverButton>
      {importing ? (
        <Suspense fallback={null}>
          <ImportList kind={kind} onClose={() => setImporting(false)} />
        </Suspense>
      ) : null}
    </>
  );
};
