import { Link } from '@tanstack/react-router';
import { newKey, urlOf, useRead, useWrite } from '@zhitongche/contract/web';
import type { RegisterKind } from '@zhitongche/register';
import { buttonClass, DownloadButton, instantShort, toast } from '@zhitongche/ui';
import { useRef } from 'react';
import { ActRefusal } from './ActRefusal.tsx';
import { Box, YesOrNo } from './Box.tsx';
import type { RowLine } from './columns.ts';
import { inList, rowsQuery } from './kept-search.ts';
import { useWays } from './kept-ways.ts';
import { RowProblems } from './RowProblems.tsx';
import { MOST } from './many.ts';
import { type Row, SHOWN, useRowAct } from './use-row-act.ts';
import { useRows } from './use-rows.ts';

type Asked = NonNullable<Row['asked']>;

/** Who asked for it, when, with what was said, and who decides. */
const AskedWords = ({ asked }: { readonly asked: Asked }) => (
  <>
    <p>
      {asked.by}于{instantShort(asked.at)}提出。
      {asked.mine
        ? '须由另一位负责的人确认，您自己不能确认。'
        : asked.decides
          ? ''
          : '由另一位负责的人确认。'}
    </p>
    {asked.said.length > 0 ? (
      <p>{asked.said.map(({ label, after }) => `${label}：${after}`).join('；')}</p>
    ) : null}
  </>
);

/** A move one person asked for: who else decides does so here, or on the list it was asked by. */
export const AskedBox = ({ kind, row }: { readonly kind: RegisterKind; readonly row: Row }) => {
  const { asked } = row;
  const { take, pending, error } = useRowAct(row);
  const ways = useWays();
  if (!asked) return null;
  return (
    <Box tone="amber" title={`“${asked.label}”等第二人确认`}>
      <AskedWords asked={asked} />
      <ActRefusal error={error} />
      {asked.list ? (
        <Link
          to={ways.list}
          params={{ register: kind.code }}
          search={inList(asked.list.id)}
          className={buttonClass('plain')}
        >
          看整份清册（{asked.list.of} {kind.measure}）
        </Link>
      ) : asked.decides ? (
        <YesOrNo
          id="refuse-note"
          yes={`同意${asked.label}`}
          no="不同意"
          why="为什么不同意"
          pending={pending}
          onYes={() => void take({ act: 'agree' }, `已确认${asked.label}`)}
          onNo={(note) => void take({ act: 'refuse', ...note }, `没有同意${asked.label}`)}
        />
      ) : null}
    </Box>
  );
};

/** A list two persons decide whole: who asked for what, its papers, and the second person's word for all of it. */
export const WholeList = ({ kind, list }: { readonly kind: RegisterKind; readonly list: string }) => {
  const { rows, query } = useRows(kind.code, inList(list), MOST);
  const [first] = rows;
  return first && !query.isPending ? <ListOf kind={kind} list={list} rows={rows} first={first} /> : null;
};

const ListOf = ({
  kind,
  list,
  rows,
  first,
}: {
  readonly kind: RegisterKind;
  readonly list: string;
  readonly rows: readonly RowLine[];
  readonly first: RowLine;
}) => {
  const { data: row } = useRead('keptRow', { params: { register: kind.code, id: first.id } });
  const { mutateAsync, isPending, error } = useWrite('keptMany', SHOWN);
  const key = useRef(newKey());
  const asked = row?.asked?.list?.id === list ? row.asked : null;
  const answer = async (act: 'agree' | 'refuse', said: string, note = {}): Promise<void> => {
    try {
      await mutateAsync({
        params: { register: kind.code },
        body: { rows: rows.map(({ id, revision }) => ({ id, revision })), act: { act, list, ...note } },
        options: { key: key.current },
      });
      toast(said);
    } catch {
      key.current = newKey();
    }
  };
  const whole = `整份清册 ${rows.length} ${kind.measure}`;
  return (
    <Box
      tone={asked ? 'amber' : 'grey'}
      title={asked ? `“${asked.label}”等第二人确认：${whole}` : `${whole}，两人已经办理`}
    >
      {asked ? <AskedWords asked={asked} /> : null}
      <ListPapers kind={kind} list={list} first={first} />
      <RowProblems error={error} rows={rows} />
      {asked?.decides ? (
        <YesOrNo
          id="refuse-list"
          yes={`同意${asked.label}，${whole}`}
          no="整份退回"
          why="为什么退回"
          pending={isPending}
          onYes={() => void answer('agree', `已确认${asked.label}，共 ${rows.length} ${kind.measure}`)}
          onNo={(note) => void answer('refuse', `已退回${asked.label}`, note)}
        />
      ) : null}
    </Box>
  );
};

/** The papers of the list, to be printed and signed by both. */
const ListPapers = ({
  kind,
  list,
  first: { stage, answers },
}: {
  readonly kind: RegisterKind;
  readonly list: string;
  readonly first: RowLine;
}) => {
  const papers = (kind.papers ?? []).filter((paper) => paper.of === 'list' && paper.when({ stage, answers }));
  const { params, query: { limit: _limit, ...query } = {} } = rowsQuery(kind.code, inList(list), MOST);
  if (papers.length === 0) return null;
  return (
    <div className="row">
      {papers.map(({ key, title: name }) => (
        <DownloadButton
          key={key}
          href={urlOf('keptPaper', { params: { ...params, paper: key }, query })}
          download
          variant="quiet"
        >
          出具{name}
        </DownloadButton>
      ))}
    </div>
  );
};
