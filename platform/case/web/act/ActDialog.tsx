import type { Problem } from '@zhitongche/base';
import type { Service } from '@zhitongche/case';
import { Suspense, useState } from 'react';
import { problemsOfError, Skeleton, toast, usePhone, lazily } from '@zhitongche/ui';
import type { CaseView, OpenActShape } from '@zhitongche/contract';
import { useOnline } from '@zhitongche/shell/web';
import type { CaseShell } from '../case/shell.ts';
import type { ActStart } from './act-start.ts';
import { useAct } from './use-act.ts';
import { type ActInput, commandOf, needsOf, worksOffline } from './act-needs.ts';
import { OpinionBox } from './OpinionBox.tsx';
import { ActFrame } from './ActFrame.tsx';
import { ActLookups } from './ActLookups.tsx';
import { ActNotices, MissingNotice } from './ActNotices.tsx';
import { FaultsEditor } from './FaultsEditor.tsx';
import { PaperPicker } from './PaperPicker.tsx';
import { StrandsPicker } from '../linked/StrandsPicker.tsx';
import { StepPicker } from './StepPicker.tsx';
import { useActInput } from './use-act-input.ts';
import './act.css';

const ExtraForm = lazily(() => import('./ExtraForm.tsx').then((m) => m.ExtraForm));

interface ActDialogProps {
  readonly act: OpenActShape;
  readonly view: CaseView;
  readonly service: Service;
  readonly shell: CaseShell;
  /** The case afterwards; null when the decision waits on this device. */
  readonly onTaken: (view: CaseView | null) => void;
  /** True when the latest case no longer offers this act. */
  readonly gone: boolean;
  /** Takes the latest case for the one decided on; what was typed stays. */
  readonly onRenew: () => Promise<void>;
  readonly onClose: () => void;
  /** Answers of the act's form the page knows already, and the sections it does not show for that. */
  readonly start?: ActStart | undefined;
  /** True where the page says itself that it is done. */
  readonly quiet?: ((after: CaseView) => boolean) | undefined;
}

/** How words are asked for: whoever files explains, whoever decides gives an opinion as they do every day. */
const askedAs = (shell: CaseShell, act: OpenActShape) =>
  shell === 'hall' ? { label: act.kind === 'urge' ? '留言' : '理由', phrases: false } : {};

/** Says that an act was taken, or waits on this device. */
export const announceAct = (act: OpenActShape, sent: boolean): void =>
  sent ? toast(`已${act.label}`) : toast(`没有网络，“${act.label}”已存在本机，联网后自动发送。`, 'info');

/** Takes one act: asks only for what it needs, says everything that is missing at once, and keeps what was typed when refused. */
export const ActDialog = ({
  act,
  view,
  service,
  shell,
  gone,
  start,
  quiet = () => false,
  ...told
}: ActDialogProps) => {
  const filled = useActInput(act, view, start);
  const { input, set, missing, unprinted } = filled;
  const [tried, setTried] = useState(false);
  const [blocking, setBlocking] = useState(0);
  const phone = usePhone();
  const { take, pending, error, forget } = useAct(view, shell, (after) => {
    filled.sent();
    if (after === null || !quiet(after)) announceAct(act, after !== null);
    told.onTaken(after);
  });
  const needs = needsOf(act);
  const said = tried ? missing : [];
  const refused = error ? problemsOfError(error) : [];
  const stuck = !useOnline() && (shell === 'hall' || !worksOffline(act));
  const lacking = missing.length + blocking + unprinted.length > 0;
  const confirm = (): void => {
    setTried(true);
    if (!lacking) void take(commandOf(act, input));
  };
  return (
    <ActFrame
      act={act}
      view={view}
      wide={needs.includes('form') || needs.includes('faults')}
      pending={pending}
      stopped={stuck || gone}
      onConfirm={confirm}
      onClose={() => {
        filled.putAside();
        told.onClose();
      }}
    >
      <ActNotices
        act={act}
        view={view}
        shell={shell}
        stuck={stuck}
        gone={gone}
        refusal={error}
        onRenew={() => void told.onRenew().then(forget)}
      />
      <BackParts
        act={act}
        view={view}
        service={service}
        input={input}
        unprinted={unprinted}
        set={set}
        onFaults={filled.setFaults}
      />
      {stuck ? null : (
        <Suspense fallback={<Skeleton lines={4} />}>
          <ActLookups caseId={view.row.id} act={act} input={input} unprinted={unprinted} onChange={set} />
          {act.form === null ? null : (
            <ExtraForm
              service={service}
              formKey={act.form}
              view={view}
              data={input.data}
              chosen={act.strands ? input.strands : undefined}
              onChange={(data) => set({ data })}
              said={tried}
              quiet={start?.quiet ?? []}
              others={refused}
              onProblems={setBlocking}
            />
          )}
        </Suspense>
      )}
      {needs.includes('paper') ? (
        <PaperPart papers={view.papers} input={input} set={set} problems={refused} />
      ) : null}
      {needs.includes('opinion') ? (
        <OpinionBox
          kind={act.kind}
          {...askedAs(shell, act)}
          value={input.opinion}
          onChange={(opinion) => set({ opinion })}
          required={act.opinion === 'required'}
          problem={said.find((m) => m.need === 'opinion')?.message}
          ready={!phone && needs.length === 1}
          onConfirm={confirm}
        />
      ) : null}
      <MissingNotice missing={said} blocking={tried ? blocking : 0} />
    </ActFrame>
  );
};

/** Which paper is made again, and how what no font has is written on it. */
const PaperPart = ({
  papers,
  input: { paper, spelling },
  set,
  problems,
}: {
  readonly papers: CaseView['papers'];
  readonly input: ActInput;
  readonly set: (change: Partial<ActInput>) => void;
  readonly problems: readonly Problem[];
}) => (
  <PaperPicker
    papers={papers}
    value={paper}
    onChange={(next) => set({ paper: next, spelling: {} })}
    spelling={spelling}
    onSpell={(next) => set({ spelling: next })}
    problems={problems}
  />
);

/** What an act asks for first: to which step the case goes back and what must be corrected, or which strands it moves. */
const BackParts = ({
  act,
  view,
  service,
  input,
  unprinted,
  set,
  onFaults,
}: Pick<ActDialogProps, 'act' | 'view' | 'service'> & {
  readonly input: ActInput;
  /** Words no paper can print, by their place. */
  readonly unprinted: readonly Problem[];
  readonly set: (change: Partial<ActInput>) => void;
  readonly onFaults: (faults: ActInput['faults']) => void;
}) => {
  const needs = needsOf(act);
  return (
    <>
      {needs.includes('step') ? (
        <StepPicker steps={act.steps} value={input.step} onChange={(step) => set({ step })} />
      ) : null}
      <StrandsPicker act={act} view={view} input={input} set={set} />
      {needs.includes('faults') ? (
        <FaultsEditor
          form={service.form}
          answers={view.state.answers}
          faults={input.faults}
          problems={unprinted}
          onChange={onFaults}
        />
      ) : null}
    </>
  );
};
