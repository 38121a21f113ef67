import type { Answers, Form } from '@zhitongche/form';
import { FormContextProvider, SectionFields, useDefinedContext, useForm } from '@zhitongche/form/web';
import { newKey, useWrite } from '@zhitongche/contract/web';
import type { RegisterKind } from '@zhitongche/register';
import { Button, Dialog, SelectField, toast } from '@zhitongche/ui';
import { useMemo, useRef, useState } from 'react';
import type { RowLine } from './columns.ts';
import { type ForMany, forMany } from './many.ts';
import { RowProblems } from './RowProblems.tsx';
import { SHOWN } from './use-row-act.ts';

const NO_FORM: Form = {};

/** One act on all rows chosen: all of them, or none with what stands in the way of each. */
export const ManyDialog = ({
  kind,
  rows,
  onClose,
  onDone,
}: {
  readonly kind: RegisterKind;
  readonly rows: readonly RowLine[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) => {
  const ways = useMemo(() => forMany(kind, rows), [kind, rows]);
  const [key, setKey] = useState('');
  const [data, setData] = useState<Answers>({});
  const way = ways.find((one) => one.key === key);
  const { mutateAsync, isPending, error } = useWrite('keptMany', SHOWN);
  const sent = useRef(newKey());
  const context = useDefinedContext(kind);
  const engine = useForm({
    service: kind,
    form: way?.form ?? NO_FORM,
    checks: [],
    caseId: '',
    home: useMemo(() => ({ register: kind.code, row: undefined }), [kind.code]),
    answers: data,
    onChange: setData,
    context,
  });
  const confirm = async (): Promise<void> => {
    engine.sayAll();
    if (!way || context === undefined || engine.problems.some(({ level }) => level === 'block')) return;
    try {
      const { done } = await mutateAsync({
        params: { register: kind.code },
        body: { rows: rows.map(({ id, revision }) => ({ id, revision })), act: actOf(way, data) },
        options: { key: sent.current },
      });
      toast(
        way.second ? `已提出，${done} ${kind.measure}等另一人整份确认` : `已办理 ${done} ${kind.measure}`,
      );
      onDone();
    } catch {
      sent.current = newKey();
    }
  };
  return (
    <Dialog
      open
      title={`成批办理 ${rows.length} ${kind.measure}`}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose} isDisabled={isPending}>
            先不办理
          </Button>
          <Button variant="primary" pending={isPending} isDisabled={!way} onPress={() => void confirm()}>
            全部办理
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="soft">
          全部办成，或者一条也不办；两人办理的列成一份清册，由另一人整份确认。每条各不相同的，请逐条办理。
        </p>
        <SelectField
          id="many-act"
          label="办什么"
          required
          value={key}
          options={[['', '请选择'] as const, ...ways.map((one) => [one.key, one.label] as const)]}
          onChange={(next) => {
            setKey(next);
            setData({});
          }}
        />
        <FormContextProvider value={engine.world}>
          {Object.keys(way?.form ?? NO_FORM).map((section) => (
            <SectionFields key={`${key} ${section}`} section={section} />
          ))}
        </FormContextProvider>
        <RowProblems error={error} rows={rows} />
      </div>
    </Dialog>
  );
};

const actOf = ({ act, form }: ForMany, data: Answers) =>
  act.act === 'set'
    ? { ...act, value: data[act.field] ?? null }
    : { ...act, ...(Object.keys(form).length > 0 ? { data } : {}) };
