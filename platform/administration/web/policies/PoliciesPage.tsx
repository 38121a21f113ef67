import { type ComponentProps, useState } from 'react';
import { useRead } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import {
  Async,
  Badge,
  Button,
  Check,
  Empty,
  PageHeader,
  SearchBox,
  dayText,
  instantShort,
  useToday,
} from '@zhitongche/ui';
import { isAdmin } from '../admin-rooms.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { PolicyDialog } from './PolicyDialog.tsx';
import { confirmedBy, type PolicyLine, rowInForce, rowTimes, sourceOf, valueWords } from './policy-words.ts';
import './PoliciesPage.css';

/** Every figure an office may set: what holds now, on which basis, since when, and what held before. */
export const PoliciesPage = () => {
  const me = useMe();
  const today = useToday();
  const query = useRead('allPolicies', {});
  const orgs = useRead('orgs', {});
  const services = useRead('services', {}, { staleTime: 600_000 });
  const [q, setQ] = useState('');
  const [unconfirmed, setUnconfirmed] = useState(false);
  const [editing, setEditing] = useState<PolicyLine | null>(null);
  const [confirming, setConfirming] = useState<Pick<
    ComponentProps<typeof ConfirmDialog>,
    'lines' | 'source'
  > | null>(null);
  const edits = isAdmin(me, 'security-admin');
  const orgName = (id: string | null): string =>
    id === null ? '全省' : (orgs.data?.find((o) => o.id === id)?.name ?? '所选机构');
  const serviceName = (code: string): string =>
    services.data?.find((s) => s.code === code)?.name ?? (code === '' ? '平台' : code);
  return (
    <div className="admin-page">
      <PageHeader
        title="政策数值"
        intro="每个数值都写明依据和施行日期。修改只会新增一行，已受理的办件仍按当时的数值办。"
      />
      <Async query={query}>
        {(all) => {
          const open = all.filter((p) => p.unconfirmed && rowInForce(p, today) === undefined);
          const shown = all.filter(
            (p) =>
              (!unconfirmed || open.includes(p)) &&
              (q === '' || `${p.label} ${p.key} ${p.basis}`.includes(q)),
          );
          // What waits to be confirmed is confirmed by its source, everything else is looked for by its service.
          const groupOf = (p: PolicyLine): string => (unconfirmed ? sourceOf(p) : p.service);
          const groups = [...new Set(shown.map(groupOf))];
          return (
            <>
              <div className="admin-tools">
                <SearchBox label="搜索数值、依据" value={q} onSearch={setQ} hotkey />
                <Check checked={unconfirmed} onChange={setUnconfirmed}>
                  只看待本办确认的（{open.length}）
                </Check>
              </div>
              {shown.length === 0 ? <Empty icon="search" title="没有符合条件的数值" /> : null}
              {groups.map((group) => {
                const lines = shown.filter((p) => groupOf(p) === group);
                const together = lines.filter(({ type }) => type !== 'money');
                const name = unconfirmed ? group : serviceName(group);
                return (
                  <section key={group} className="stack stack-tight policy-group" aria-label={name}>
                    <div className="policy-group-head">
                      <h2>{name}</h2>
                      {unconfirmed && edits && together.length > 0 ? (
                        <Button
                          size="small"
                          icon="check"
                          onPress={() => setConfirming({ lines: together, source: confirmedBy(group) })}
                        >
                          一并确认这 {together.length} 项
                        </Button>
                      ) : null}
                    </div>
                    {lines.map((p) => (
                      <Policy
                        key={p.key}
                        line={p}
                        of={unconfirmed ? serviceName(p.service) : undefined}
                        today={today}
                        orgName={orgName}
                        onEdit={edits ? () => setEditing(p) : undefined}
                      />
                    ))}
                  </section>
                );
              })}
            </>
          );
        }}
      </Async>
      {confirming === null ? null : (
        <ConfirmDialog {...confirming} nameOf={serviceName} onClose={() => setConfirming(null)} />
      )}
      {editing === null ? null : (
        <PolicyDialog line={editing} orgs={orgs.data ?? []} onClose={() => setEditing(null)} />
      )}
    </div>
  );
};

const TIMES = {
  'in-force': ['施行中', 'ok'],
  ahead: ['未到施行日', 'info'],
  past: ['不再施行', 'idle'],
} as const;

const Policy = ({
  line,
  of,
  today,
  orgName,
  onEdit,
}: {
  readonly line: PolicyLine;
  /** Whose figure it is, where the group does not say so. */
  readonly of?: string | undefined;
  readonly today: string;
  readonly orgName: (id: string | null) => string;
  readonly onEdit: (() => void) | undefined;
}) => {
  const now = rowInForce(line, today);
  const times = rowTimes(line.rows, today);
  return (
    <article className="policy">
      <div className="policy-head">
        <h3>{line.label}</h3>
        {of === undefined ? null : <span className="soft">{of}</span>}
        {line.unconfirmed && now === undefined ? <Badge tone="warn">待本办确认</Badge> : null}
        <strong className="policy-value">
          {valueWords(now?.value ?? line.default, line.unit, line.among)}
        </strong>
        {onEdit === undefined ? null : (
          <Button size="small" onPress={onEdit}>
            设定
          </Button>
        )}
      </div>
      <p className="soft">
        {now === undefined
          ? `产品预设值${line.basis === '' ? '，尚无依据' : `，依据：${line.basis}`}`
          : `自 ${dayText(now.validFrom)} 施行，来源：${now.source}`}
      </p>
      {line.rows.length === 0 ? null : (
        <details>
          <summary>历次设定（{line.rows.length}）</summary>
          <ul className="policy-rows">
            {line.rows.map((row) => {
              const [word, tone] = TIMES[times.get(row.id) ?? 'past'];
              return (
                <li key={row.id}>
                  <Badge tone={tone}>{word}</Badge>{' '}
                  <strong>{valueWords(row.value, line.unit, line.among)}</strong> · {orgName(row.org)} ·{' '}
                  {dayText(row.validFrom)}起{row.validTo === null ? '' : `，至${dayText(row.validTo)}`}
                  <span className="soft">
                    {' '}
                    · {row.source} · {row.by} 于 {instantShort(row.at)} 设定
                  </span>
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </article>
  );
};
