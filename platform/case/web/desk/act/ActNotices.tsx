import type { CaseView, OpenActShape } from '@zhitongche/contract';
import { ApiProblem, Basis, Notice, problemsOfError } from '@zhitongche/ui';
import type { Missing } from '../act-needs.ts';
import { ConflictNotice } from './ConflictNotice.tsx';

/** What stands above an act's questions: for whom one acts, why it cannot be taken now, why it was refused. */
export const ActNotices = ({
  act,
  view,
  stuck,
  gone,
  refusal,
  onRenew,
}: {
  readonly act: OpenActShape;
  readonly view: CaseView;
  /** True when the act needs a network and there is none. */
  readonly stuck: boolean;
  /** True when the latest case no longer offers this act. */
  readonly gone: boolean;
  readonly refusal: unknown;
  readonly onRenew: () => void;
}) => {
  const conflict =
    refusal instanceof ApiProblem && refusal.doc.code === 'case.stale-revision'
      ? refusal.doc.conflict
      : undefined;
  return (
    <>
      {act.behalf === null ? null : <p className="soft">您正在代{act.behalf}办理，记录中会写明两人姓名。</p>}
      {stuck ? <Notice tone="warn">现在没有网络。这一项需要联网查询，请恢复网络后再办。</Notice> : null}
      {gone ? (
        <Notice tone="warn" live title="这份办件已经变动">
          现在不能再“{act.label}”。您写的内容还在，可以复制后按最新的进展办理。
        </Notice>
      ) : null}
      {conflict ? (
        <ConflictNotice conflict={conflict} view={view} onRenew={onRenew} />
      ) : refusal ? (
        <Notice tone="danger" live title="没有办成">
          {problemsOfError(refusal).map((p) => (
            <p key={`${p.code} ${p.at.join('.')} ${p.message}`}>
              {p.message}
              {p.todo ? `${p.todo}。` : ''} {p.basis ? <Basis basis={p.basis} /> : null}
            </p>
          ))}
        </Notice>
      ) : null}
    </>
  );
};

/** Everything still missing that no field says by itself. */
export const MissingNotice = ({
  missing,
  blocking,
}: {
  readonly missing: readonly Missing[];
  /** Blocking problems inside the act's form. */
  readonly blocking: number;
}) => {
  const said = missing.filter((m) => m.need !== 'opinion');
  return said.length > 0 || blocking > 0 ? (
    <Notice tone="danger" live>
      {said.map((m) => (
        <p key={m.message}>{m.message}</p>
      ))}
      {blocking > 0 ? <p>表中还有 {blocking} 处需要处理，已在各项旁标出。</p> : null}
    </Notice>
  ) : null;
};
