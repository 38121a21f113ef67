import type { Answers, Form } from '@zhitongche/form';
import {
  type Check,
  type CheckContext,
  type Fills,
  filledAt,
  refilled,
  review,
  type Service,
} from '@zhitongche/case';
import type { Json, Problem } from '@zhitongche/base';
import { useCallback, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useShared } from '@zhitongche/ui';
import { pathOf, setAt } from './at.ts';
import { countriesOf } from './countries.ts';
import { FieldInput } from './FieldInput.tsx';
import type { FileHome } from './file-home.ts';
import type { FormContext } from './form-context.ts';
import { givenIn } from './given.ts';
import { type SectionProgress, progressOf } from './progress.ts';
import { byPath, byPathAbove, checksWhileTyping, problemsToShow, triedOn } from './problems-to-show.ts';

/** A form being filled in: what to put around its inputs, and what is known about it so far. */
export interface FormEngine {
  readonly world: FormContext;
  readonly progress: readonly SectionProgress[];
  /** Everything found, said yet or not. */
  readonly problems: readonly Problem[];
  /** Of it what may be said by now, and what others said. */
  readonly said: readonly Problem[];
  /** What the service computes from the answers so far; undefined while its figures are not here. */
  readonly derived: Json | undefined;
  /** A try to submit: from now on everything that is wrong is said. */
  readonly sayAll: () => void;
}

interface Asked {
  /** Whose form it is; what it computes from the answers of its own form. */
  readonly service: Pick<Service, 'code'> & Partial<Pick<Service, 'form' | 'derive' | 'fills' | 'prepared'>>;
  /** The service's own form, or the form of one of its acts. */
  readonly form: Form;
  readonly checks: readonly Check[];
  /** Case the form is of; empty where it is a row's. */
  readonly caseId: string;
  /** What uploads belong to; absent = the case. */
  readonly home?: FileHome;
  readonly answers: Answers;
  readonly onChange: (answers: Answers) => void;
  readonly context: CheckContext | undefined;
  /** Problems from elsewhere shown at their fields: faults named by the office, refusals of the server. */
  readonly others?: readonly Problem[];
  readonly target?: FormContext['target'];
}

const NONE: readonly Problem[] = [];
/** A problem in its English words; what to do is told where it has been put into English. */
const spokenEnglish = ({ todo, ...problem }: Problem): Problem => ({
  ...problem,
  message: problem.en,
  ...(todo === undefined || /\p{Script=Han}/u.test(todo) ? {} : { todo }),
});
const NOWHERE: ReadonlySet<string> = new Set();

/** Runs the kernel's functions over the answers while they are typed, and remembers what may already be said. */
export const useForm = ({
  service,
  form,
  checks,
  caseId,
  home,
  answers,
  onChange,
  context,
  others = NONE,
  target = null,
}: Asked): FormEngine => {
  const files = useMemo(() => home ?? { case: caseId }, [home, caseId]);
  const [left, setLeft] = useState<ReadonlySet<string>>(() => givenIn(answers));
  const [tried, setTried] = useState<ReadonlySet<string> | null>(null);
  const settled = useDeferredValue(answers);
  const reviewed = useMemo(
    () => (context ? review(form, checks, settled, context) : undefined),
    [form, checks, settled, context],
  );
  const { language } = useShared();
  const problems = useMemo(
    () =>
      language === 'en' ? (reviewed?.problems ?? NONE).map(spokenEnglish) : (reviewed?.problems ?? NONE),
    [reviewed, language],
  );
  const derived = useMemo(
    () =>
      reviewed && context && form === service.form ? service.derive?.(reviewed.sound, context) : undefined,
    [reviewed, context, form, service],
  );
  const progress = useMemo(() => progressOf(form, settled, problems), [form, settled, problems]);
  const rules = useMemo(() => checksWhileTyping(checks), [checks]);
  const said = useMemo(() => {
    const found = new Set(problems.map((p) => `${p.code} ${pathOf(p.at)}`));
    const news = others.filter((p) => !found.has(`${p.code} ${pathOf(p.at)}`));
    return [...problemsToShow(problems, { left, tried, rules }), ...news];
  }, [problems, left, tried, rules, others]);
  const paths = useMemo(() => byPath(said), [said]);
  const above = useMemo(() => byPathAbove(said), [said]);
  const countries = useMemo(() => countriesOf(context?.facts.table('countries') ?? []), [context]);

  const found = useRef(problems);
  useLayoutEffect(() => {
    found.current = problems;
  }, [problems]);
  // What was handed in once was checked by a person: corrected, nothing else changes with it.
  const fills = form === service.form && !context?.state ? service.fills : undefined;
  const { set, filled } = useTyping(answers, settled, onChange, fills, context);
  const markTouched = useCallback(
    (path: string): void => setLeft((l) => (l.has(path) ? l : new Set(l).add(path))),
    [],
  );

  const prepared = form === service.form ? service.prepared : undefined;
  const world = useMemo<FormContext>(
    () => ({
      form,
      answers,
      service: service.code,
      home: files,
      ...(prepared ? { prepared } : {}),
      today: context?.today ?? '',
      countries,
      target,
      problemsAt: (path) => paths.get(path) ?? NONE,
      filledAt: (path) => filled.has(path),
      problemsBelow: (path) => above.get(path) ?? NONE,
      renderField: (field, at, row) => (
        <FieldInput key={pathOf(at)} field={field} at={at} {...(row ? { row } : {})} />
      ),
      set,
      markTouched,
    }),
    [
      form,
      answers,
      service,
      files,
      prepared,
      context,
      countries,
      target,
      paths,
      above,
      set,
      markTouched,
      filled,
    ],
  );
  return {
    world,
    progress,
    problems,
    said,
    derived,
    sayAll: useCallback(() => setTried(triedOn(found.current)), []),
  };
};

/** Takes what is typed, with what follows from it, and knows what stands as it was filled in. */
const useTyping = (
  answers: Answers,
  settled: Answers,
  onChange: (answers: Answers) => void,
  fills: Fills | undefined,
  context: CheckContext | undefined,
) => {
  // Several inputs may change in one turn; each must build on the one before, not on what was last drawn.
  const latest = useRef(answers);
  useLayoutEffect(() => {
    latest.current = answers;
  }, [answers]);
  const change = useCallback(
    (how: (answers: Answers) => Answers): void => {
      const next = how(latest.current);
      if (next === latest.current) return;
      latest.current = next;
      onChange(next);
    },
    [onChange],
  );
  const set = useCallback(
    (at: Parameters<FormContext['set']>[0], value: Json | undefined): void =>
      change((before) => {
        const typed = setAt(before, at, value);
        return fills && context
          ? refilled(fills, { answers: before, context }, { answers: typed, context })
          : typed;
      }),
    [change, fills, context],
  );
  useNews(fills, context, change);
  const filled = useMemo(
    () => (fills && context ? filledAt(fills, { answers: settled, context }) : NOWHERE),
    [fills, context, settled],
  );
  return { set, filled };
};

/** Fills in what came to follow because something was learned meanwhile, such as how a name is spelled. */
const useNews = (
  fills: Fills | undefined,
  context: CheckContext | undefined,
  change: (how: (answers: Answers) => Answers) => void,
): void => {
  const known = useRef(context);
  useEffect(() => {
    const before = known.current;
    known.current = context;
    if (fills && before && context && before !== context)
      change((answers) => refilled(fills, { answers, context: before }, { answers, context }));
  }, [fills, context, change]);
};
