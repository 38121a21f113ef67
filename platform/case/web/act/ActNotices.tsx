import type { CaseView, OpenActShape } from '@zhitongche/contract';
import { ApiProblem, Notice, Unreachable } from '@zhitongche/ui';
import type { Missing } from './act-needs.ts';
import type { CaseShell } from '../case/shell.ts';
import { ConflictNotice } from './ConflictNotice.tsx';
import { NoAnswer } from './NoAnswer.tsx';
import { RefusalNotice } from './RefusalNotice.tsx';

/** What an act comes to, for people who take it once in a while. */
const MEANS: Readonly<Record<string, string>> = {
  withdraw: '撤回后可以修改，修改好再重新提交。',
  cancel: '撤销后这份申报不再办理，不能恢复。',
  urge: '会提醒正在办理的人。',
};

/** What stands above an act's questions: for whom one acts, why it cannot be taken now, why it was refused. */
export const ActNotices = ({
  act,
  view,
  shell,
  stuck,
  gone,
  refusal,
  onRenew,
}: {
  readonly act: OpenActShape;
  readonly view: CaseView;
  readonly shell: CaseShell;
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
      {shell === 'hall' && Object.hasOwn(MEANS, act.kind) ? <p>{MEANS[act.kind]}</p> : null}
      {act.final ? <p className="soft">确认后不能撤回，请核对后办理。</p> : null}
      {act.behalf === null ? null : <p className="soft">您正在代{act.behalf}办理，记录中会写明两人姓名。</p>}
      {stuck ? <Notice tone="warn">现在没有网络。这一项需要联网查询，请恢复网络后再办。</Notice> : null}
      {gone ? (
        <Notice tone="warn" live title="这份办件已经变动">
          现在不能再“{act.label}”。您写的内容还在，可以复制后按最新的进展办理。
        </Notice>
      ) : null}
      {conflict ? (
        <ConflictNotice conflict={conflict} view={view} onRenew={onRenew} />
      ) : refusal instanceof Unreachable ? (
        <NoAnswer error={refusal} />
      ) : refusal ? (
        <RefusalNotice refusal={refusal} />
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
