import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { isJsonObject } from '@zhitongche/base';
import { newKey, useWrite } from '@zhitongche/contract/web';
import type { Answers } from '@zhitongche/form';
import { type BegunFrom, nounOf, type RegisterKind } from '@zhitongche/register';
import { ErrorState, PageHeader, problemsOfError, SelectField, Skeleton, toast } from '@zhitongche/ui';
import { useMemo, useRef, useState } from 'react';
import { ActRefusal } from './ActRefusal.tsx';
import { WaitOffer } from './WaitOffer.tsx';
import { useKeptBack, useWays } from './kept-ways.ts';
import { KnownRows } from './KnownRows.tsx';
import { kindQuery } from './register-kind.ts';
import { RowForm } from './RowForm.tsx';

/** A new row of a register. */
export const EnterPage = () => {
  const { register = '' } = useParams({ strict: false });
  const { data: kind, error, refetch } = useQuery(kindQuery(register));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return kind ? <Enter key={register} kind={kind} /> : <Skeleton lines={10} />;
};

/** A case or a row of a register as somebody has it before him. */
interface BegunHere extends BegunFrom {
  /** `case`, or the code of the register. */
  readonly from: string;
  /** Of a row. */
  readonly id?: string;
}

/** What a new row begins with, and the ties it begins with. */
const begunIn = (kind: RegisterKind, begun: BegunHere | undefined) => {
  const begin = begun && kind.begins?.find(({ from }) => from === begun.from);
  if (!begin) return { answers: {}, ties: [] };
  const { from, id } = begun;
  const ties =
    begin.ties === undefined || id === undefined
      ? []
      : [{ relation: begin.ties, to: { register: from, id } }];
  return { answers: begin.answers(begun), ties };
};

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What a new row starts from, where it was led to from something known. */
    readonly given?: unknown;
    /** The case or row it begins from: what is known of it there. */
    readonly begun?: BegunHere;
  }
}

const Enter = ({ kind }: { readonly kind: RegisterKind }) => {
  const ways = useWays();
  const navigate = useNavigate();
  const back = useKeptBack(kind.code, kind.name);
  const { given, begun } = useLocation({ select: ({ state }) => state });
  const [from] = useState(() => begunIn(kind, begun));
  const [answers, setAnswers] = useState<Answers>(isJsonObject(given) ? given : from.answers);
  const [stage, setStage] = useState(kind.stages?.first ?? '');
  const [despite, setDespite] = useState('');
  const [refusedFor, setRefusedFor] = useState<Answers>({});
  const { mutateAsync, isPending, error } = useWrite('keptEnter', [
    'keptRows',
    'keptStages',
    'keptRegisters',
    'keptSlots',
    'keptRoster',
  ]);
  const key = useRef(newKey());
  const refused = useMemo(() => (error ? problemsOfError(error) : []), [error]);
  const taken = refused.some(({ code }) => code === 'row.taken');
  const near = refused.some(({ code }) => code === 'row.near');
  const { waits } = kind.booking ?? {};
  const full = waits && refused.some(({ code }) => code === 'booking.taken');
  const save = async (begins = stage): Promise<void> => {
    const command = {
      act: 'enter' as const,
      answers,
      ...(begins && begins !== kind.stages?.first ? { stage: begins } : {}),
      ...(despite.trim() ? { despite: despite.trim() } : {}),
      ...(from.ties.length > 0 ? { ties: from.ties } : {}),
    };
    try {
      const { id } = await mutateAsync({
        params: { register: kind.code },
        body: { command },
        options: { key: key.current },
      });
      toast(begins === waits?.stage ? '已登记候补，空出来时先给您预留并通知您' : '已登记');
      await navigate({ to: ways.row, params: { register: kind.code, row: id } });
    } catch {
      // What was refused is said above the form; what was typed stays, and is another request.
      setRefusedFor(answers);
      key.current = newKey();
    }
  };
  return (
    <div className="stack">
      <PageHeader title={`登记${nounOf(kind)}`} intro={kind.what} back={back} />
      <RowForm
        kind={kind}
        answers={answers}
        onChange={setAnswers}
        refused={refused}
        verb="登记"
        pending={isPending}
        onSave={() => void save()}
        onCancel={() => void navigate({ to: ways.list, params: { register: kind.code } })}
        before={
          <>
            <ActRefusal error={error} atFields={(at) => at.length > 0} />
            {full ? <WaitOffer pending={isPending} onWait={() => void save(waits.stage)} /> : null}
            {taken || near ? (
              <KnownRows
                kind={kind}
                answers={refusedFor}
                taken={taken}
                despite={despite}
                onDespite={setDespite}
              />
            ) : null}
          </>
        }
        after={
          kind.stages ? (
            <section className="card">
              <SelectField
                id="stage"
                label="现在到哪个阶段"
                required
                help="补录以前的，可以直接选已到的阶段"
                value={stage}
                options={Object.entries(kind.stages.list).map(([k, { label }]) => [k, label] as const)}
                onChange={setStage}
              />
            </section>
          ) : null
        }
      />
    </div>
  );
};
