import { urlOf } from '@zhitongche/contract/web';
import type { RegisterKind } from '@zhitongche/register';
import { DownloadButton, SelectField, useToday } from '@zhitongche/ui';
import { useState } from 'react';
import { LEDGERS, type LedgerSpan, spanOf } from './ledger-span.ts';

/** The ledger of a month, a quarter or a year, by the day of its rows, as a file or a paper. */
export const Ledgers = ({
  kind,
  asked,
}: {
  readonly kind: RegisterKind;
  readonly asked: Readonly<Record<string, unknown>>;
}) => {
  const today = useToday();
  const [span, setSpan] = useState<LedgerSpan>('quarter');
  const href = (format: 'xlsx' | 'pdf'): string =>
    urlOf('keptExport', {
      params: { register: kind.code },
      query: { ...asked, ...spanOf(span, today), format },
    });
  return (
    <>
      <SelectField
        id="ledger-span"
        label="按期台账"
        required
        options={Object.entries(LEDGERS)}
        value={span}
        onChange={(value) => setSpan(value as LedgerSpan)}
      />
      <DownloadButton href={href('pdf')} download variant="quiet">
        打印{LEDGERS[span]}台账（PDF）
      </DownloadButton>
      <DownloadButton href={href('xlsx')} download variant="quiet">
        导出{LEDGERS[span]}台账（Excel）
      </DownloadButton>
    </>
  );
};
