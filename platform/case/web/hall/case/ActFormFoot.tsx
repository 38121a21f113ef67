import type { OpenActShape } from '@zhitongche/contract';
import { usePrintable } from '@zhitongche/form/web';
import { Button, LinkButton, TextField, useShared } from '@zhitongche/ui';
import { NoAnswer } from '../../act/NoAnswer.tsx';

/** Below the form of an act: words of one's own where the act takes them, and the button that sends it. */
export const ActFormFoot = ({
  caseId,
  act,
  opinion,
  onOpinion,
  error,
  pending,
  ready,
  onSend,
}: {
  readonly caseId: string;
  readonly act: OpenActShape;
  readonly opinion: string;
  readonly onOpinion: (opinion: string) => void;
  /** Why the last attempt failed. */
  readonly error: unknown;
  readonly pending: boolean;
  /** False while the figures for the checks are not here yet. */
  readonly ready: boolean;
  readonly onSend: () => void;
}) => {
  const { say } = useShared();
  const printable = usePrintable();
  const needed = act.opinion === 'required';
  return (
    <div className="card stack">
      {act.opinion === 'none' ? null : (
        <TextField
          id="act-opinion"
          label={say('说明', 'Remark')}
          required={needed}
          problems={printable(say('说明', 'Remark'), opinion)}
          rows={2}
          maxLength={2000}
          value={opinion}
          onChange={onOpinion}
        />
      )}
      <NoAnswer error={error} />
      <div className="row row-end">
        <LinkButton to="/hall/cases/$case" params={{ case: caseId }}>
          {say('先不办', 'Not now')}
        </LinkButton>
        <Button
          variant={act.danger ? 'danger' : 'primary'}
          size="large"
          pending={pending}
          pendingText={say('正在提交', 'Submitting')}
          isDisabled={!ready || (needed && opinion.trim() === '')}
          onPress={onSend}
        >
          {say(`提交：${act.label}`, `Send: ${act.en}`)}
        </Button>
      </div>
    </div>
  );
};
