/** Second-level indicators under their first level; a tree is data because a central guide of 2021 moves cost to the first level. */
export interface IndicatorTree {
  readonly id: string;
  readonly source: string;
  readonly branches: readonly { readonly level1: string; readonly level2: readonly string[] }[];
}

/** The tree every 2024 disclosure in our sources uses. */
export const threeBranchTree: IndicatorTree = {
  id: 'three-branch',
  source: '河北省外办、山西省外办、石家庄市外办2024年公开文本',
  branches: [
    { level1: '产出指标', level2: ['数量指标', '质量指标', '时效指标', '成本指标'] },
    { level1: '效益指标', level2: ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'] },
    { level1: '满意度指标', level2: ['服务对象满意度指标'] },
  ],
};

/** The first level a second-level label belongs to, or null when the tree does not know the label. */
export function level1Of(level2: string, tree: IndicatorTree = threeBranchTree): string | null {
  return tree.branches.find((branch) => branch.level2.includes(level2))?.level1 ?? null;
}

/** Months at whose end Hebei's form states the cumulative payment, in print order. */
export const planMonths: readonly number[] = [3, 6, 10, 12];

/** Labels of the reasons in Shanxi's project form, in print order. */
export const termTexts: readonly string[] = [
  '项目概况',
  '立项依据',
  '项目设立必要性',
  '保证项目实施的制度、措施',
  '项目实施计划',
];

/** Money lines of Shanxi's project form, in print order; the first is the total. */
export const termSources: readonly string[] = [
  '资金总额',
  '中央财政资金',
  '省级财政资金',
  '市县（区）财政资金',
  '单位自筹',
  '其他资金',
];

/** Money lines of Shanxi's department form: sources on the left, uses on the right. */
export const departmentMoney: {
  readonly source: readonly string[];
  readonly use: readonly string[];
} = {
  source: [
    '合计',
    '一般公共预算资金',
    '政府性基金预算资金',
    '国有资本经营预算资金',
    '社会保险基金预算资金',
    '专户管理资金',
    '单位资金',
  ],
  use: ['合计', '基本支出', '项目支出'],
};

/** Facts of Shanxi's department form, in print order. */
export const departmentFacts: readonly string[] = [
  '内设职能部门数',
  '所属预算单位数',
  '核定的人员编制数',
  '实际在职人员总数',
  '在编人员数',
  '其他人员数',
];
