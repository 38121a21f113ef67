/** One arithmetic rule of a disclosure, as printed beside its results. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly en: string;
}

/** The rules in order. They were verified on the 2024 disclosures of 河北省外办, 山西省外办 and 海港区政府办. */
export const rules: readonly Rule[] = [
  {
    id: 'B01',
    title: '收支总表：收入总计等于支出总计，本年数加结转等于总计',
    en: 'Income equals expense; the year plus carry-over is the total',
  },
  { id: 'B02', title: '收支总表：各项之和等于本年合计', en: 'The lines of each side add up to the year' },
  { id: 'B03', title: '收入总表合计等于收支总表收入', en: 'The income table agrees with the summary' },
  {
    id: 'B04',
    title: '支出总表合计及各类等于收支总表支出',
    en: 'The expense table and its classes agree with the summary',
  },
  { id: 'B05', title: '按功能分类逐级汇总', en: 'Functional codes add up level by level' },
  { id: 'B06', title: '各行：合计等于各列之和', en: 'In each row the total is the sum of its columns' },
  {
    id: 'B07',
    title: '财政拨款收支总表：收支相等，并与各预算支出表一致',
    en: 'Fiscal income equals fiscal spending and the fund tables',
  },
  {
    id: 'B08',
    title: '基本支出：功能口径等于经济口径，人员加公用等于合计',
    en: 'Basic expenditure agrees by function and by nature',
  },
  {
    id: 'B09',
    title: '“三公”经费：合计等于三项之和，公车等于购置加运行',
    en: 'The three public expenses add up',
  },
  {
    id: 'B10',
    title: '基本支出中的“三公”不超过“三公”经费',
    en: 'The basic part does not exceed the three public expenses',
  },
  {
    id: 'B11',
    title: '项目绩效目标表的预算与项目支出一致',
    en: 'Project forms agree with project expenditure',
  },
  {
    id: 'B12',
    title: '项目支出预算表、机关运行经费表逐级汇总并与支出表一致',
    en: 'Project and operating tables add up and agree',
  },
  {
    id: 'B13',
    title: '政府采购：逐级汇总，数量乘单价等于金额',
    en: 'Procurement adds up; quantity times price is the amount',
  },
  { id: 'B14', title: '文字说明中的数字与表一致', en: 'Figures in the narrative agree with the tables' },
  {
    id: 'B15',
    title: '拟购置固定资产与采购的设备家具一致，资产占用情况表各项之和等于总额',
    en: 'Planned assets agree with procured equipment and furniture; assets in use add up',
  },
  {
    id: 'B16',
    title: '养老、职业年金、公积金：功能科目等于经济科目',
    en: 'Pension, annuity and housing fund agree by function and nature',
  },
  {
    id: 'B17',
    title: '医疗：功能科目与经济科目对照（口径不同，仅供参考）',
    en: 'Medical items by function and nature, for information',
  },
];

/** The title of a rule by its id. */
export function ruleTitle(id: string): string {
  return rules.find((rule) => rule.id === id)?.title ?? id;
}

/** Economic subjects that are part of the three public expenses, with the line they are part of; code from 基本支出, name where no code is printed. */
export const threePublicParts: readonly {
  readonly code: string;
  readonly name: RegExp;
  readonly item: ThreePublicItem;
}[] = [
  { code: '30212', name: /^因公出国/, item: 'abroad' },
  { code: '30217', name: /^公务接待费/, item: 'reception' },
  { code: '30231', name: /^公务用车运行维护费/, item: 'running' },
  { code: '31013', name: /^公务用车购置/, item: 'purchase' },
];

/** Lines of the three-public table. */
export type ThreePublicItem = 'abroad' | 'vehicle' | 'purchase' | 'running' | 'reception';

/** How each line of the three-public table is worded. */
export const threePublicItems: Record<ThreePublicItem, RegExp> = {
  abroad: /因公出国/,
  vehicle: /公务用车购置及运/,
  purchase: /公务用车购置费/,
  running: /公务用车运(?:行维护|维)费/,
  reception: /公务接待费/,
};

/** Subjects that must be the same seen by function and by nature. */
export const sameByNature: readonly {
  readonly functional: string;
  readonly economic: string;
  readonly name: RegExp;
}[] = [
  { functional: '2080505', economic: '30108', name: /^机关事业单位基本养老保险缴费/ },
  { functional: '2080506', economic: '30109', name: /^职业年金缴费/ },
  { functional: '2210201', economic: '30113', name: /^住房公积金/ },
];

/** Procurement catalogue branches that become fixed assets: equipment and furniture. */
export const assetBranches: readonly string[] = ['A02', 'A05'];
