import { checksFor, type Check, type CheckContext, type Finding } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';
import type { changeForm, extensionForm, returnForm } from '../act-forms.ts';
import { funds516, practice } from '../basis.ts';
import { effectiveTrip, figuresAsked, otherBudget, standingAnswers, standingFigures } from '../effective.ts';
import { key } from '../policy.ts';
import { custodyChecks } from './custody.ts';
import { asAdvice, rules } from './index.ts';
import { midnight, ofOutcome } from './outcome.ts';
import { NONE, one } from './rule.ts';

const BEFORE = practice('因公临时出国（境）团组须知', '变更应在成行前报批，不得事后补报');

const ofReturn = checksFor<typeof returnForm>();
const ofExtension = checksFor<typeof extensionForm>();
const ofChange = checksFor<typeof changeForm>();

/** Rules of the filing that a change is held against again; people decide, so they advise. */
const AGAIN_CHANGED: readonly string[] =
  'R-01 R-02 R-03 R-04 R-07 R-08 R-11 R-12 R-13 R-15 R-18 R-21 R-24 R-25 R-26 R-29 R-31 R-34 C-02 F-01 F-05 I-01 M-05 M-06 P-01 P-02 P-03 P-05'.split(
    ' ',
  );
/** What people who are brought in tell as at filing: without it a change is not asked for. */
const ASKED_AGAIN: readonly string[] = ['P-04', 'M-12'];
/** The same for other days. */
const AGAIN_EXTENDED: readonly string[] = ['R-01', 'R-02', 'R-03', 'R-04', 'R-06', 'R-24', 'M-07'];

/**
 * A rule of the filing over the trip as it would be: the approved answers with the requested ones over them. What it
 * said of the approved trip already was decided then; a place the form of the request does not have becomes the whole form.
 */
const again = (check: Check, stops = false): Check => {
  const advice = stops ? check : asAdvice(check);
  const over = (answers: Answers, context: CheckContext): readonly Finding[] =>
    check.reads.every((key) => Object.hasOwn(answers, key)) ? advice.run(answers, context) : NONE;
  return {
    ...advice,
    reads: [],
    run(asked, context) {
      const standing = context.state ? standingAnswers(context.state) : {};
      const known = new Set(over(standing, context).map(({ message }) => message));
      return over({ ...standing, ...asked }, context).flatMap((found) =>
        known.has(found.message)
          ? []
          : [{ ...found, at: Object.hasOwn(asked, String(found.at[0])) ? found.at : [] }],
      );
    },
  };
};
const againOf = (codes: readonly string[]): readonly Check[] =>
  rules.filter(({ code }) => codes.includes(code)).map((check) => again(check));
const stopsOf = (codes: readonly string[]): readonly Check[] =>
  rules.filter(({ code }) => codes.includes(code)).map((check) => again(check, true));

/** What comes with people and places that are brought in. */
const BROUGHT_IN = 'R-09 R-10 F-02 F-07 F-09 M-02 M-04 M-07 M-08 M-09 M-10 P-11 P-12'.split(' ');
/** A trip to Hong Kong, Macao or Taiwan is filed for that, whatever it was before. */
const STOPS_AGAIN = ['C-05'];
/** What other days lie beside, and fall into. */
const OTHER_DAYS = 'R-09 R-12 R-13 R-15 P-05 P-12'.split(' ');

const REVERSED: Finding = {
  at: ['entryDate'],
  message: '入境日期早于出境日期',
  en: 'The return is before the departure',
  todo: '请核对日期',
};

/** New dates must lie ahead; a departure that has happened as approved may stay what it is. */
const notAhead = (
  exitDate: string,
  entryDate: string,
  { today, state }: CheckContext,
): readonly Finding[] => {
  if (entryDate < exitDate) return one(REVERSED);
  const gone = state !== undefined && effectiveTrip(state).exitDate === exitDate;
  return [
    ...(exitDate <= today && !gone
      ? [
          {
            at: ['exitDate'],
            message: '新的出境日期已过',
            en: 'The new departure is in the past',
            todo: '变更应在成行前提出，请填写今后的日期',
          },
        ]
      : []),
    ...(exitDate <= today && entryDate < today && gone
      ? [
          {
            at: ['entryDate'],
            message: '新的入境日期已过',
            en: 'The new return is in the past',
            todo: '已经回国的，请作回国登记并说明出入',
          },
        ]
      : []),
  ];
};

/** What is asked for is what it is called: later, or longer. */
const otherThan = (
  asked: { readonly kind: string; readonly exitDate: string; readonly entryDate: string },
  { exitDate = '', entryDate = '' }: { readonly exitDate?: string; readonly entryDate?: string },
): readonly Finding[] => {
  if (asked.kind === 'depart')
    return asked.exitDate > exitDate
      ? NONE
      : one({
          at: ['exitDate'],
          message: `批准${exitDate}出境，推迟后的出境日期应在其后`,
          en: 'A postponed departure is later than the approved one',
          todo: '提前出境或改变天数的，请申请变更',
        });
  if (asked.exitDate !== exitDate)
    return one({
      at: ['exitDate'],
      message: `延长在外停留的，出境日期仍是批准的${exitDate}`,
      en: 'A longer stay begins as approved',
      todo: '请填写批准的出境日期；出境日期也变的，请申请变更',
    });
  return asked.entryDate > entryDate
    ? NONE
    : one({
        at: ['entryDate'],
        message: `批准${entryDate}入境，延长后的入境日期应在其后`,
        en: 'A longer stay ends later than approved',
        todo: '提前回国的不需延期，回国登记时说明',
      });
};

/** The budget is looked at again by the unit's finance department, on line or on its sealed form. */
const budgetAgain = (form: 'change' | 'extension'): Check => ({
  code: 'A-13',
  title: '变更后预算不同的，由财务部门重新审核',
  level: 'block',
  basis: funds516('先审核后审批，无预算或超预算的不得安排出国'),
  reads: [],
  run(data, context) {
    const online = context.policy.list(key('unit-opinions')).includes('finance');
    const sealed = Array.isArray(data.budgetForm) && data.budgetForm.length > 0;
    const figures = figuresAsked(form)(data, context);
    const standing = context.state && standingFigures(context.state);
    if (online || sealed || !figures || !otherBudget(standing, figures)) return NONE;
    return one({
      at: ['budgetForm'],
      message: '还没有上传变更后的任务和预算审批意见表',
      en: 'The opinion form of the changed budget is missing',
      todo: '请由财务部门重新审核预算，上传盖章的审批意见表',
    });
  },
});

/** Checks of the extra forms, by form. */
export const actChecks: Readonly<
  Record<'change' | 'extension' | 'return' | 'documents' | 'evaluation', readonly Check[]>
> = {
  change: [
    ...againOf(AGAIN_CHANGED),
    ...stopsOf(ASKED_AGAIN),
    budgetAgain('change'),
    ofChange({
      code: 'A-01',
      title: '新的出境、入境日期在今后，先出境后入境',
      level: 'block',
      basis: BEFORE,
      reads: ['exitDate', 'entryDate'],
      run: ({ exitDate, entryDate }, context) => notAhead(exitDate, entryDate, context),
    }),
    ...againOf(BROUGHT_IN),
    ...stopsOf(STOPS_AGAIN),
  ],
  extension: [
    ...againOf(AGAIN_EXTENDED),
    budgetAgain('extension'),
    ofExtension({
      code: 'A-02',
      title: '延期后的日期在今后，先出境后入境；推迟出境的晚于批准的日期，延长停留的只有入境日期延后',
      level: 'block',
      basis: BEFORE,
      reads: ['exitDate', 'entryDate', 'kind'],
      run({ exitDate, entryDate, kind }, context) {
        if (entryDate < exitDate) return one(REVERSED);
        // Who stays longer has left already, on the approved day.
        const past =
          kind === 'depart'
            ? notAhead(exitDate, entryDate, context)
            : entryDate < context.today
              ? one({
                  at: ['entryDate'],
                  message: '延期后的入境日期已过',
                  en: 'The new return is in the past',
                  todo: '已经回国的，请作回国登记并说明出入',
                })
              : NONE;
        if (past.length > 0 || !context.state) return past;
        return otherThan({ exitDate, entryDate, kind }, effectiveTrip(context.state));
      },
    }),
    ...againOf(OTHER_DAYS),
  ],
  return: [
    ofReturn({
      code: 'A-03',
      title: '回国登记在入境之后填写，日期真实',
      level: 'block',
      basis: practice('出访报告撰写要求', '如实填写出境、入境时间'),
      reads: ['actualExit', 'actualEntry'],
      run({ actualExit, actualEntry, actualPersons }, { today }) {
        if (actualPersons === 0)
          return one({
            at: ['actualPersons'],
            message: '没有人出访，不作回国登记',
            en: 'Nobody went: there is no return to register',
            todo: '请申请撤销任务',
          });
        if (actualEntry < actualExit)
          return one({
            at: ['actualEntry'],
            message: '入境日期早于出境日期',
            en: 'The return is before the departure',
            todo: '请核对日期',
          });
        return actualEntry > today
          ? one({
              at: ['actualEntry'],
              message: '入境日期还没有到',
              en: 'The return is still to come',
              todo: '请在回国后登记',
            })
          : NONE;
      },
    }),
    ofReturn({
      code: 'A-05',
      title: '实际日期、人数与批准的不同时写明出入',
      level: 'block',
      basis: practice('出访报告撰写要求', '如实填写出境、入境时间'),
      reads: ['actualExit', 'actualEntry', 'actualPersons', 'deviation'],
      run({ actualExit, actualEntry, actualPersons, deviation }, { state }) {
        if (!state || deviation) return NONE;
        const { exitDate, entryDate, members = [] } = effectiveTrip(state);
        const differs = [
          ...(exitDate && exitDate !== actualExit ? [`批准${exitDate}出境`] : []),
          ...(entryDate && entryDate !== actualEntry ? [`批准${entryDate}入境`] : []),
          ...(members.length !== actualPersons ? [`批准${members.length}人出访`] : []),
        ];
        return differs.length === 0
          ? NONE
          : one({
              at: ['deviation'],
              message: `登记情况与批件不同：${differs.join('，')}`,
              en: 'The return differs from what was approved',
              todo: '请核对；确有出入的，请选“是”并说明情况',
            });
      },
    }),
    midnight,
  ],
  documents: custodyChecks,
  evaluation: [ofOutcome],
};
