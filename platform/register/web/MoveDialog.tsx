import type { Answers, Form } from '@zhitongche/form';
import type { Check } from '@zhitongche/case';
import { FormContextProvider, SectionFields, useDefinedContext, useForm } from '@zhitongche/form/web';
import type { RegisterKind } from '@zhitongche/register';
import { Button, Dialog, Notice, problemsOfError, TextField } from '@zhitongche/ui';
import { useMemo, useState } from 'react';
import { ActRefusal } from './ActRefusal.tsx';
import { type Row, useRowAct } from './use-row-act.ts';

const NO_FORM: Form = {};
const NO_CHECKS: readonly Check[] = [];

/** Takes a row from one stage to the next: asks for what goes with it, by the same checks as the server. */
export const MoveDialog = ({
  kind,
  row,
  move,
  onClose,
}: {
  readonly kind: RegisterKind;
  readonly row: Row;
  readonly move: Row['moves'][number];
  readonly onClose: () => void;
}) => {
  const defined = kind.stages?.moves.find(({ key }) => key === move.key);
  const form = defined?.form ?? NO_FORM;
  const [data, setData] = useState<Answers>({});
  const [note, setNote] = useState('');
  const context = useDefinedContext(kind);
  const { take, pending, error } = useRowAct(row);
  const others = useMemo(
    () =>
      error
        ? problemsOfError(error).flatMap((p) => (p.at[0] === 'data' ? [{ ...p, at: p.at.slice(1) }] : []))
        : [],
    [error],
  );
  const engine = useForm({
    service: kind,
    form,
    checks: defined?.checks ?? NO_CHECKS,
    caseId: '',
    home: useMemo(() => ({ register: kind.code, row: row.id }), [kind.code, row.id]),
    answers: data,
    onChange: setData,
    context,
    others,
  });
  const confirm = async (): Promise<void> => {
    engine.sayAll();
    if (context === undefined || engine.problems.some(({ level }) => level === 'block')) return;
    const done = await take(
      {
        act: 'move',
        move: move.key,
        ...(defined?.form ? { data } : {}),
        ...(note.trim() ? { note: note.trim() } : {}),
      },
      move.second ? `已提出“${move.label}”，等另一人确认` : `已${move.label}`,
    );
    if (done) onClose();
  };
  const to = kind.stages?.list[move.to]?.label ?? '';
  return (
    <Dialog
      open
      title={`${move.label}：${row.title}`}
      dismissable={false}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose} isDisabled={pending}>
            先不办理
          </Button>
          <Button variant="primary" pending={pending} onPress={() => void confirm()}>
            {move.second ? `提出${move.label}` : move.label}
          </Button>
        </>
      }
    >
      <div className="stack">
        <ActRefusal error={error} atFields={(at) => at[0] === 'data'} />
        {move.to === row.stage ? null : (
          <p className="soft">
            办理后由“{kind.stages?.list[row.stage]?.label ?? ''}”到“{to}”。
          </p>
        )}
        {move.second ? (
          <Notice tone="info">这一项须由两个人办理：您提出后，由另一位负责的人确认才生效。</Notice>
        ) : null}
        <FormContextProvider value={engine.world}>
          {Object.keys(form).map((section) => (
            <SectionFields key={section} section={section} />
          ))}
        </FormContextProvider>
        <TextField
          id="move-note"
          label="说明"
          rows={2}
          maxLength={500}
          value={note}
          onChange={setNote}
          help="会留在经过里"
        />
      </div>
    </Dialog>
  );
};
