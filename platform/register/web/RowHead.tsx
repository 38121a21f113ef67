import { daysBetween } from '@zhitongche/base';
import type { RegisterKind } from '@zhitongche/register';
import { dayOf, useToday } from '@zhitongche/ui';
import { daySaid } from './due-words.ts';
import type { Row } from './use-row-act.ts';

/** Where a row stands, and since when. */
export const StandsAt = ({ kind, row }: { readonly kind: RegisterKind; readonly row: Row }) => {
  const today = useToday();
  const stage = kind.stages?.list[row.stage]?.label;
  if (stage === undefined || row.retired) return <span className="soft">{kind.name}</span>;
  const since = dayOf(row.stageSince);
  const days = daysBetween(since, today);
  return (
    <span className="soft">
      {stage}，{days <= 0 ? '今天起' : `自${daySaid(since, today)}起 ${days} 天`}
    </span>
  );
};

/** What a card says of a row in one line. */
export const FactsLine = ({ row }: { readonly row: Row }) => (
  <p className="soft">
    {[...new Set([...row.facts.map(({ value }) => value), row.orgName])].filter(Boolean).join('，')}
  </p>
);
