import { checksFor, type Check, type CheckContext, type Finding } from '@zhitongche/case';
import { type Basis, compare, decimalOf, moneyText } from '@zhitongche/base';
import { type BudgetDraftAnswer, budgetDraft } from './lookup-answers.ts';
import {
  CATEGORIES,
  type CategoryKey,
  type adoptedForm,
  type firstForm,
  type publishedForm,
  type secondForm,
} from './act-forms.ts';
import { budgetLaw, regulation } from './policy.ts';

/** Figures pinned with a version. */
type Pin = { readonly version?: number; readonly digest?: string } & { readonly [K in CategoryKey]?: string };

const LOOKUP = 'budget-draft';
const proof: Basis = { title: '本单位预算编制管理规定', article: '所报内容以版本摘要为证' };
const arithmetic = regulation('第四十条：支出按功能分类编列到项，按经济性质分类编列到款');

/** What the server knows of the drafts of this case; undefined while it has not answered. */
const draftOf = ({ facts }: CheckContext): BudgetDraftAnswer | undefined => budgetDraft(facts.lookup(LOOKUP));

const same = (typed: string | undefined, known: string | null | undefined): boolean => {
  const [a, b] = [decimalOf(typed), decimalOf(known ?? undefined)];
  return a === undefined || b === undefined ? a === b : compare(a, b) === 0;
};

/** The version named is the newest one kept, its content and its sums are those the server knows. */
const pinFindings = (pin: Pin, context: CheckContext): readonly Finding[] => {
  const draft = draftOf(context);
  if (draft === undefined) return [];
  if (draft.version !== pin.version || draft.digest !== pin.digest)
    return [
      {
        at: ['version'],
        message:
          draft.version === null
            ? '还没有固定要报出的版本'
            : `要报出的应是最新固定的第${draft.version}版，所填版本或摘要与之不符`,
        en: 'The version named is not the newest one kept',
        todo: '请在编制页重新提交',
      },
    ];
  return (Object.keys(CATEGORIES) as CategoryKey[]).flatMap((category) =>
    same(pin[category], draft.totals[category])
      ? []
      : [
          {
            at: [category],
            message: `${CATEGORIES[category]}与第${draft.version ?? 0}版表中的数字不符`,
            en: `The figure is not that of version ${draft.version ?? 0}`,
            todo: '请在编制页重新提交',
          },
        ],
  );
};

const unsoundFindings = (context: CheckContext): readonly Finding[] => {
  const count = draftOf(context)?.unsound ?? 0;
  return count === 0
    ? []
    : [
        {
          at: ['version'],
          message: `表中有${count}格不是数字`,
          en: `${count} cells are no numbers`,
          todo: '请在编制页改正',
        },
      ];
};

const differingFindings = (differing: string | undefined, context: CheckContext): readonly Finding[] => {
  const { unequal = 0, unequalAt = [] } = draftOf(context) ?? {};
  return unequal === 0 || (differing ?? '') !== ''
    ? []
    : [
        {
          at: ['differing'],
          message: `勾稽核对有${unequal}处不符：${unequalAt.join('；')}${unequal > unequalAt.length ? ' 等' : ''}`,
          en: `${unequal} checks do not hold`,
          todo: '请改正数字，或逐处说明原因；表中数字不会自动改动',
        },
      ];
};

const checksOf = (prefix: string): readonly Check[] => {
  const rule = checksFor<typeof firstForm | typeof secondForm | typeof adoptedForm>();
  return [
    rule({
      code: `${prefix}-01`,
      title: '报出的版本就是最新固定的版本',
      level: 'block',
      basis: proof,
      reads: ['version', 'digest'],
      run: (pin, context) => pinFindings(pin, context),
    }),
    rule({
      code: `${prefix}-02`,
      title: '金额栏只填数字',
      level: 'block',
      basis: arithmetic,
      reads: ['version'],
      run: (_, context) => unsoundFindings(context),
    }),
    rule({
      code: `${prefix}-03`,
      title: '勾稽不符的逐处说明',
      level: 'block',
      basis: arithmetic,
      reads: ['version'],
      run: ({ differing }, context) => differingFindings(differing, context),
    }),
  ];
};

const second = checksFor<typeof secondForm>();
const adopted = checksFor<typeof adoptedForm>();
const published = checksFor<typeof publishedForm>();

/** Checks of 一上. */
export const firstChecks: readonly Check[] = checksOf('F');

/** Checks of 二上: within the control figures, every cell named; what stays below them is explained. */
export const secondChecks: readonly Check[] = [
  ...checksOf('S'),
  second({
    code: 'S-04',
    title: '二上各项不超过控制数',
    level: 'block',
    basis: budgetLaw('第十三条：各部门的支出必须以经批准的预算为依据；控制数由财政部门下达'),
    reads: ['version'],
    run: (_, context) =>
      (draftOf(context)?.over ?? []).map(({ label, limit, now, by, cells }) => ({
        at: ['version'],
        message: `${label}${moneyText(now)}万元，超过控制数${moneyText(limit)}万元，超出${moneyText(by)}万元：${cells.join('、')}`,
        en: `${label} exceeds its control figure by ${by}`,
        todo: '请压减到控制数以内',
      })),
  }),
  second({
    code: 'S-05',
    title: '低于控制数的说明差额',
    level: 'block',
    basis: { title: '财政部门下达控制数的通知', unconfirmed: true },
    reads: ['version'],
    run({ gap }, context) {
      const under = draftOf(context)?.under ?? [];
      return under.length === 0 || (gap ?? '') !== ''
        ? []
        : [
            {
              at: ['gap'],
              message: `低于控制数：${under.map(({ label, by }) => `${label}少${moneyText(by)}万元`).join('，')}`,
              en: 'Some figures stay below the control figures',
              todo: '请说明差额原因',
            },
          ];
    },
  }),
];

/** Checks of the final budget: every sum is the approved one. */
export const adoptedChecks: readonly Check[] = [
  ...checksOf('A'),
  adopted({
    code: 'A-04',
    title: '定稿各项与批复一致',
    level: 'block',
    basis: budgetLaw('第五十二条：财政部门应当自预算批准后二十日内向本级各部门批复预算'),
    reads: ['version'],
    run: (_, context) =>
      (draftOf(context)?.off ?? []).map(({ label, limit, now, cells }) => ({
        at: ['version'],
        message: `${label}${moneyText(now)}万元，批复为${moneyText(limit)}万元：${cells.join('、')}`,
        en: `${label} is not the approved figure`,
        todo: '请按批复调整',
      })),
  }),
];

/** Checks of the publication: what is public is the adopted version. */
export const publishedChecks: readonly Check[] = [
  published({
    code: 'P-01',
    title: '公开的就是定稿的版本',
    level: 'block',
    basis: budgetLaw('第十四条'),
    reads: ['version', 'digest'],
    run({ digest }, context) {
      const draft = draftOf(context);
      return draft === undefined ||
        (draft.published !== null && draft.published === draft.version && draft.digest === digest)
        ? []
        : [
            {
              at: ['version'],
              message: '定稿的版本还没有公开',
              en: 'The adopted version is not public yet',
              todo: '请先在编制页公开',
            },
          ];
    },
  }),
  published({
    code: 'P-02',
    title: '公开日期不晚于今天',
    level: 'block',
    basis: budgetLaw('第十四条'),
    reads: ['publishedOn'],
    run: ({ publishedOn }, { today }) =>
      publishedOn > today
        ? [
            {
              at: ['publishedOn'],
              message: '公开日期晚于今天',
              en: 'The date lies in the future',
              todo: '请填写实际公开的日期',
            },
          ]
        : [],
  }),
];
