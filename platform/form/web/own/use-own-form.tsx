import type { At, Json, Problem } from '@zhitongche/base';
import { review } from '@zhitongche/case';
import type { EndpointName } from '@zhitongche/contract';
import { type Input, type Reply, session } from '@zhitongche/contract/web';
import type { Answers, AnswersOf, Fields } from '@zhitongche/form';
import { Button, problemsOfError, Refusal } from '@zhitongche/ui';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { FormContextProvider } from '../form-context.ts';
import { focusAt } from '../go-to.ts';
import { isNotYet } from '../progress.ts';
import { SectionFields } from '../SectionFields.tsx';
import { useForm } from '../use-form.tsx';
import { useOwnContext } from './use-own-context.ts';
import { useSending } from './use-sending.ts';

/** Sound answers to the fields of one form. */
export type OwnAnswers<F extends Fields> = AnswersOf<{
  readonly asked: { readonly title: ''; readonly fields: F };
}>;

/** A form that belongs to no case: its fields as data, and the one write it is sent by. */
export interface OwnFormSettings<N extends EndpointName, F extends Fields> {
  readonly write: N;
  /** Reads refreshed once it was sent. */
  readonly refresh: readonly EndpointName[];
  /** What it is about, such as an id: what was typed and not sent is there again when it is opened for the same. */
  readonly about: string;
  readonly fields: F;
  readonly start?: Answers;
  /** True where papers will print what is typed: said while typing what they cannot draw. */
  readonly printed?: boolean;
  /** What else stands in the way, at a field or at a place `children` shows. */
  readonly also?: (answers: Answers) => readonly Problem[];
  /** Places besides the fields whose problems are shown there. */
  readonly places?: readonly string[];
  readonly input: (answers: OwnAnswers<F>) => Input<N>;
  readonly said?: string;
  /** Said instead where a second person must confirm first. */
  readonly waits?: string;
  readonly done?: (reply: Reply<N>, answers: OwnAnswers<F>) => void;
}

/** A form of its own while it is filled in. */
export interface OwnForm {
  readonly fields: ReactNode;
  /** Why it was not sent, apart from what stands at its fields. */
  readonly refusal: ReactNode;
  readonly answers: Answers;
  /** True once something differs from what it began with. */
  readonly changed: boolean;
  readonly pending: boolean;
  readonly set: (change: Answers) => void;
  /** Back to what it began with. */
  readonly reset: () => void;
  /** Sends it, or says everything that is wrong and goes to the first. */
  readonly submit: () => void;
  readonly problemsAt: (path: string) => readonly Problem[];
}

const NOTHING: Answers = {};
const NO_PROBLEMS = (): readonly Problem[] => [];
const NO_SERVICE = { code: '' };
const BLANK = (value: Json | undefined): Json => value ?? '';

/** What is typed, kept for as long as the page is open until it was sent; whoever leaves takes it along. */
const useUnsent = (of: string, about: string, start: Answers) => {
  const client = useQueryClient();
  const queryKey = ['unsent', session.account(), of, about];
  const [answers, setAnswers] = useState<Answers>(() => client.getQueryData<Answers>(queryKey) ?? start);
  const [brought, setBrought] = useState(answers !== start);
  const keep = (next: Answers): Answers => {
    client.setQueryData(queryKey, next);
    return next;
  };
  const forget = (): void => client.removeQueries({ queryKey, exact: true });
  return {
    answers,
    brought,
    change: (next: Answers): void => setAnswers(keep(next)),
    set: (more: Answers): void => setAnswers((now) => keep({ ...now, ...more })),
    forget,
    reset: (): void => {
      setBrought(false);
      setAnswers(start);
      forget();
    },
  };
};

/** Fills in a form of its own by the same engine as the form of a service, and sends it. */
export const useOwnForm = <N extends EndpointName, F extends Fields>({
  write,
  refresh,
  about,
  fields,
  start = NOTHING,
  printed = false,
  also = NO_PROBLEMS,
  places = [],
  input,
  said,
  waits,
  done,
}: OwnFormSettings<N, F>): OwnForm => {
  const { answers, brought, change, set, forget, reset } = useUnsent(write, about, start);
  const [sent, setSent] = useState<Answers | null>(null);
  const [tried, setTried] = useState(false);
  const sending = useSending(write, refresh);
  const form = useMemo(() => ({ asked: { title: '' as const, fields } }), [fields]);
  const context = useOwnContext(printed);

  const shown = (at: At): boolean => Object.hasOwn(fields, String(at[0])) || places.includes(String(at[0]));
  // What the server refused is said until that very answer has changed.
  const refused = sending.error
    ? problemsOfError(sending.error).filter(
        ({ at }) => shown(at) && answers[String(at[0])] === sent?.[String(at[0])],
      )
    : [];
  const own = also(answers);
  const others = [...own.filter((p) => tried || !isNotYet(p)), ...refused];
  const engine = useForm({
    service: NO_SERVICE,
    form,
    checks: [],
    caseId: '',
    answers,
    onChange: change,
    context,
    others,
  });
  const submit = (): void => {
    setTried(true);
    engine.sayAll();
    const { sound, problems } = review(form, [], answers, context);
    const [first] = [...problems, ...own].filter(({ level }) => level === 'block');
    if (first) return focusAt(first.at);
    setSent(answers);
    const read = sound as OwnAnswers<F>;
    sending.send(input(read), {
      said,
      waits,
      done: (reply) => {
        forget();
        done?.(reply, read);
      },
    });
  };
  useEffect(() => {
    const at = sending.error ? problemsOfError(sending.error).find((p) => shown(p.at))?.at : undefined;
    if (at) focusAt(at);
    // Only a new refusal takes the focus.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [sending.error]);
  return {
    fields: (
      <FormContextProvider value={engine.world}>
        {brought ? (
          <p className="row soft">
            <span className="grow">这里是上次填写、还没有发送的内容。</span>
            <Button size="small" onPress={reset}>
              重新填写
            </Button>
          </p>
        ) : null}
        <SectionFields section="asked" />
      </FormContextProvider>
    ),
    refusal: <Refusal error={sending.error} shown={shown} />,
    answers,
    changed: Object.keys(fields).some((key) => BLANK(answers[key]) !== BLANK(start[key])),
    pending: sending.pending,
    set,
    reset,
    submit,
    problemsAt: engine.world.problemsAt,
  };
};
