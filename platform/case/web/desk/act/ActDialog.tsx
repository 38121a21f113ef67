import type { Answers } from '@zhitongche/form';
import { type Service, undrawableIn } from '@zhitongche/case';
import { Suspense, useCallback, useState } from 'react';
import { problemsOfError, Basis, Button, Dialog, Notice, Skeleton, usePhone, lazily } from '@zhitongche/ui';
import type { CaseView, OpenActShape } from '@zhitongche/contract';
import { useDraws } from '@zhitongche/form/web';
import { useOnline } from '@zhitongche/shell/web';
import { type ActInput, missingFor, needsOf, NO_INPUT, worksOffline } from '../act-needs.ts';
import { useFaultDraft } from '../fault-draft.ts';
import { addFault } from '../faults.ts';
import { OpinionBox } from '../OpinionBox.tsx';
import { ConflictNotice } from './ConflictNotice.tsx';
import { FaultsEditor } from './FaultsEditor.tsx';
import { PaperPicker } from './PaperPicker.tsx';
import { StepPicker } from './StepPicker.tsx';
import { useTakeAct } from './use-take-act.ts';
import './act.css';

const ExtraForm = lazily(() => import('./ExtraForm.tsx').then((m) => m.ExtraForm));
const PersonsPicker = lazily(() => import('./PersonsPicker.tsx').then((m) => m.PersonsPicker));
const ReplyForm = lazily(() => import('./ReplyForm.tsx').then((m) => m.ReplyForm));

const ONE_PERSON: readonly string[] = ['transfer', 'entrust'];

const personsLabel = (kind: string): string =>
  kind === 'copy' ? '抄送给谁（只阅知，不影响办理）' : ONE_PERSON.includes(kind) ? '交给谁办' : '请谁加签';

/** Takes one act: asks only for what it needs, says everything that is missing at once, and keeps what was typed when refused. */
export const ActDialog = ({
  id,
  act,
  view,
  service,
  onTaken,
  gone,
  onRenew,
  onClose,
  start,
}: {
  readonly id: string;
  readonly act: OpenActShape;
  readonly view: CaseView;
  readonly service: Service;
  /** The case afterwards; null when the decision waits on this device. */
  readonly onTaken: (view: CaseView | null) => void;
  /** True when the latest case no longer offers this act. */
  readonly gone: boolean;
  /** Takes the latest case for the one decided on; what was typed stays. */
  readonly onRenew: () => Promise<void>;
  readonly onClose: () => void;
  /** Answers of the act's form the page knows already, and the sections it does not show for that. */
  readonly start?: { readonly data: Answers; readonly quiet: readonly string[] } | undefined;
}) => {
  const [drafted, keepFaults] = useFaultDraft(id);
  // What other desks handed on stands below what was noted here, until somebody changes the list.
  const [taken, setTaken] = useState(false);
  const faults = taken ? drafted : act.faults.reduce(addFault, drafted);
  const failed = view.papers.filter((p) => p.status === 'failed');
  const [typed, setTyped] = useState<ActInput>(() => ({
    ...NO_INPUT,
    step: act.steps[0]?.step ?? null,
    data: start?.data ?? {},
    paper: failed.length === 1 ? (failed[0]?.paper ?? null) : null,
  }));
  const [tried, setTried] = useState(false);
  const [blocking, setBlocking] = useState(0);
  const onProblems = useCallback((count: number) => setBlocking(count), []);
  const online = useOnline();
  const phone = usePhone();
  const { take, busy, refusal, forget } = useTakeAct(id, view, (after) => {
    if (act.kind === 'correct') keepFaults([]);
    onTaken(after);
  });
  const input: ActInput = { ...typed, faults };
  const set = (change: Partial<ActInput>): void => setTyped({ ...typed, ...change });
  const needs = needsOf(act);
  const missing = missingFor(act, input);
  const said = tried ? missing : [];
  const draws = useDraws();
  const unprinted = draws ? undrawableIn(input, draws) : [];
  const sentence = (need: string): string | undefined => said.find((m) => m.need === need)?.message;
  const stuck = !online && !worksOffline(act);
  const conflict = refusal?.doc.code === 'case.stale-revision' ? refusal.doc.conflict : undefined;
  const confirm = (): void => {
    setTried(true);
    if (missing.length === 0 && blocking === 0 && unprinted.length === 0) void take(act, input);
  };
  return (
    <Dialog
      open
      title={`${act.label}：${view.row.title}`}
      size={needs.includes('form') || needs.includes('faults') ? 'wide' : 'normal'}
      dismissable={false}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose} isDisabled={busy}>
            先不办理
          </Button>
          <Button
            variant={act.danger ? 'danger' : 'primary'}
            pending={busy}
            isDisabled={stuck || gone}
            onPress={confirm}
          >
            确认{act.label}
          </Button>
        </>
      }
    >
      <div className="stack">
        {act.behalf === null ? null : (
          <p className="soft">您正在代{act.behalf}办理，记录中会写明两人姓名。</p>
        )}
        {stuck ? <Notice tone="warn">现在没有网络。这一项需要联网查询，请恢复网络后再办。</Notice> : null}
        {gone ? (
          <Notice tone="warn" live title="这份办件已经变动">
            现在不能再“{act.label}”。您写的内容还在，可以复制后按最新的进展办理。
          </Notice>
        ) : null}
        {conflict ? (
          <ConflictNotice conflict={conflict} view={view} onRenew={() => void onRenew().then(forget)} />
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
        {needs.includes('step') ? (
          <StepPicker steps={act.steps} value={input.step} onChange={(step) => set({ step })} />
        ) : null}
        {needs.includes('faults') ? (
          <FaultsEditor
            form={service.form}
            answers={view.state.answers}
            faults={faults}
            problems={unprinted}
            onChange={(next) => {
              keepFaults(next);
              setTaken(true);
            }}
          />
        ) : null}
        <Suspense fallback={<Skeleton lines={4} />}>
          {needs.includes('persons') && !stuck ? (
            <PersonsPicker
              caseId={id}
              act={act.kind}
              label={personsLabel(act.kind)}
              several={!ONE_PERSON.includes(act.kind)}
              value={input.persons}
              onChange={(persons) => set({ persons })}
            />
          ) : null}
          {needs.includes('reply') && !stuck ? (
            <ReplyForm
              caseId={id}
              reply={input.reply}
              problems={unprinted}
              onChange={(reply) => set({ reply })}
            />
          ) : null}
          {act.form === null || stuck ? null : (
            <ExtraForm
              service={service}
              formKey={act.form}
              view={view}
              data={input.data}
              onChange={(data) => set({ data })}
              said={tried}
              quiet={start?.quiet ?? []}
              others={refusal ? problemsOfError(refusal) : []}
              onProblems={onProblems}
            />
          )}
        </Suspense>
        {needs.includes('paper') ? (
          <PaperPicker
            papers={view.papers}
            value={input.paper}
            onChange={(paper) => set({ paper, spelling: {} })}
            spelling={input.spelling}
            onSpell={(spelling) => set({ spelling })}
            problems={refusal ? problemsOfError(refusal) : []}
          />
        ) : null}
        {needs.includes('opinion') ? (
          <OpinionBox
            kind={act.kind}
            value={input.opinion}
            onChange={(opinion) => set({ opinion })}
            required={act.opinion === 'required'}
            problem={sentence('opinion')}
            ready={!phone && needs.length === 1}
            onConfirm={confirm}
          />
        ) : null}
        {said.some((m) => m.need !== 'opinion') || (tried && blocking > 0) ? (
          <Notice tone="danger" live>
            {said
              .filter((m) => m.need !== 'opinion')
              .map((m) => (
                <p key={m.message}>{m.message}</p>
              ))}
            {blocking > 0 ? <p>表中还有 {blocking} 处需要处理，已在各项旁标出。</p> : null}
          </Notice>
        ) : null}
      </div>
    </Dialog>
  );
};
