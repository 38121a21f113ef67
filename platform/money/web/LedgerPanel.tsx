import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { moneyText } from '@zhitongche/base';
import { readList, type Reply } from '@zhitongche/contract/web';
import { KIND_WORDS, STATUS_WORDS, WAYS, type Way } from '@zhitongche/money';
import {
  Badge,
  DataTable,
  dayText,
  DownloadButton,
  Empty,
  Endless,
  SelectField,
  type Tone,
} from '@zhitongche/ui';
import { readMoneySearch } from './money-search.ts';

type Line = Reply<'moneyLines'>['items'][number];
type Status = keyof typeof STATUS_WORDS;

const TONES: Partial<Readonly<Record<Status, Tone>>> = {
  open: 'warn',
  surplus: 'danger',
  asked: 'warn',
  paid: 'ok',
  received: 'ok',
  done: 'ok',
};

/** 台账: every bill, payment and refund the reader may see, by kind and state; each opens its case. */
export const LedgerPanel = ({ finance }: { readonly finance: boolean }) => {
  const search = useSearch({ from: '/signed-in/desk-shell/desk/money' });
  const navigate = useNavigate();
  const { kind, status } = search;
  const query = { ...(kind ? { kind } : {}), ...(status ? { status } : {}) };
  const pages = useInfiniteQuery(readList('moneyLines', { query }));
  const lines = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const go = (more: Readonly<Record<string, string>>): void =>
    void navigate({ to: '/desk/money', search: readMoneySearch({ ...search, ...more }) });
  return (
    <section className="stack" aria-label="台账">
      <div className="money-filters">
        <SelectField
          id="money-kind"
          label="类别"
          value={kind ?? ''}
          onChange={(value) => go({ kind: value })}
          options={[['', '全部'], ...Object.entries(KIND_WORDS)]}
        />
        <SelectField
          id="money-status"
          label="状态"
          value={status ?? ''}
          onChange={(value) => go({ status: value })}
          options={[['', '全部'], ...Object.entries(STATUS_WORDS)]}
        />
        {finance ? (
          <DownloadButton href={`/api/money/lines.xlsx?${new URLSearchParams(query).toString()}`}>
            导出
          </DownloadButton>
        ) : null}
      </div>
      <Endless
        pages={pages}
        shown={lines.length}
        none={<Empty icon="table" title="没有收费记录" text="收费的办件进入缴费环节后，账单列在这里。" />}
      >
        <DataTable
          label="收费台账"
          rows={lines}
          keyOf={(line) => `${line.caseId} ${line.id}`}
          columns={[
            { key: 'day', label: '日期', tight: true, cell: (l) => (l.day === null ? '—' : dayText(l.day)) },
            { key: 'kind', label: '类别', tight: true, cell: kindOf },
            {
              key: 'amount',
              label: '金额（元）',
              figure: true,
              tight: true,
              cell: (l) => moneyText(l.amount),
            },
            { key: 'status', label: '状态', tight: true, cell: (l) => <Stands line={l} /> },
            { key: 'case', label: '办件', cell: (l) => <CaseLink line={l} /> },
            { key: 'unit', label: '单位', cell: (l) => l.unit },
            { key: 'reference', label: '流水号', cell: (l) => l.reference ?? '' },
          ]}
        />
      </Endless>
    </section>
  );
};

const kindOf = (line: Line): string => {
  const word = KIND_WORDS[line.kind as keyof typeof KIND_WORDS];
  return line.way === null ? word : `${word} · ${WAYS[line.way as Way]}`;
};

const Stands = ({ line }: { readonly line: Line }) => (
  <Badge tone={TONES[line.status as Status] ?? 'idle'}>{STATUS_WORDS[line.status as Status]}</Badge>
);

const CaseLink = ({ line }: { readonly line: Line }) => (
  <Link to="/desk/cases/$case" params={{ case: line.caseId }}>
    {line.title || line.serviceName}
    <span className="soft"> {line.number}</span>
  </Link>
);
