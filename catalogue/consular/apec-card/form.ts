import {
  type Answers,
  type AnswersOf,
  type Ask,
  choice,
  date,
  files,
  form,
  identifier,
  integer,
  options,
  soundAnswers,
  text,
  yesNo,
  yuan,
} from '@zhitongche/form';

/** The eight kinds of business. */
export const KINDS = {
  new: '新办',
  renew: '续办',
  passport: '仅更换护照',
  early: '提前制卡',
  remake: '重新制卡',
  replace: '换卡',
  reissue: '补卡',
  cancel: '注销',
} as const;
export const OWNERSHIP = {
  organ: '机关、事业单位（APEC事务或卡业务人员）',
  central: '中央企业',
  local: '地方国有企业',
  private: '民营企业',
  foreign: '合资、外资、台港澳资企业',
} as const;
export const GRADES = { A: 'A级', B: 'B级', M: 'M级', C: 'C级', D: 'D级', none: '尚无等级' } as const;
export const ROLES = {
  manager: '管理人员',
  business: '业务骨干',
  technical: '技术骨干',
  indoor: '行政、财务、翻译等没有对外业务的岗位',
  excluded: '学生、家属、运动员、新闻或文艺从业人员',
} as const;

const is =
  (...kinds: readonly (keyof typeof KINDS)[]): Ask =>
  (row, whole) =>
    kinds.some((one) => one === (row.kind ?? whole.kind));
const whole = is('new', 'renew');
const firm: Ask = (row, all) => whole(row, all) && (row.ownership ?? all.ownership) !== 'organ';
const sector =
  (name: string): Ask =>
  (row, all) =>
    firm(row, all) && (row.sector ?? all.sector) === name;
const says =
  (key: string): Ask =>
  (row, all) =>
    (row[key] ?? all[key]) === true;
const both =
  (one: Ask, other: Ask): Ask =>
  (row, all) =>
    one(row, all) && other(row, all);

const MB = 1024 * 1024;
const scan = (label: string, shown: Ask, more: { help?: string; signed?: true } = {}) =>
  files(label, {
    accept: ['pdf', 'jpg', 'jpeg', 'png'],
    maxBytes: 10 * MB,
    maxFiles: 5,
    required: true,
    shown,
    ...more,
  });
const own = (label: string, accept: readonly string[], shown: Ask, help: string) =>
  files(label, {
    accept,
    maxBytes: 5 * MB,
    maxFiles: 1,
    required: true,
    shown,
    sensitivity: 'personal',
    help,
  });

/** 申办: the business first, and then only what that business needs. */
export const cardForm = form({
  business: {
    title: '办理业务',
    intro: '不能挑选经济体，也不能加急：各经济体自行审批。申请人须是内地居民，由企业注册地的外办受理。',
    fields: {
      kind: choice('业务类型', options(KINDS), { required: true }),
      applied: text('原申请的办件编号', {
        max: 40,
        required: true,
        width: 6,
        shown: is('passport', 'early'),
      }),
      oldCard: text('原卡号', {
        max: 20,
        required: true,
        width: 6,
        shown: is('renew', 'remake', 'replace', 'reissue', 'cancel'),
      }),
      oldUntil: date('原卡有效期至', { required: true, width: 6, shown: is('renew', 'replace', 'cancel') }),
      reason: text('原因', {
        max: 200,
        lines: 2,
        required: true,
        shown: is('early', 'replace', 'reissue', 'cancel'),
        help: '提前制卡的写明实际需要，待审的经济体不是企业主要市场',
      }),
    },
  },
  enterprise: {
    title: '企业',
    fields: {
      unit: text('企业名称', { max: 60, required: true, width: 6, help: '与营业执照一致' }),
      uscc: identifier('uscc', '统一社会信用代码', { required: true, width: 6 }),
      latinUnit: text('企业英文名', { max: 120, required: true, width: 6, shown: whole }),
      place: choice('登记地', options({ province: '省级登记', city: '设区的市' }), {
        required: true,
        width: 6,
        shown: whole,
      }),
      ownership: choice('企业类型', options(OWNERSHIP), {
        required: true,
        shown: is('new', 'renew', 'early', 'remake', 'replace', 'reissue'),
      }),
      sector: choice('经营类别', options({ goods: '生产、货物贸易', service: '服务（没有海关数据）' }), {
        required: true,
        width: 6,
        shown: firm,
      }),
      trade: yuan('上年度进出口额', { required: true, width: 6, shown: sector('goods') }),
      contracts: yesNo('有对外合同、项目计划，或近一年赴经济体的商务签证', {
        required: true,
        shown: sector('service'),
      }),
      taxGrade: choice('上年度纳税信用等级', options(GRADES), { required: true, width: 6, shown: firm }),
      headcount: integer('企业人数', {
        min: 1,
        max: 10_000_000,
        unit: '人',
        required: true,
        width: 6,
        shown: firm,
      }),
      special: yesNo('未全部达到条件，以对本省（市）有特殊贡献申办', { required: true, shown: firm }),
      grounds: text('特殊贡献', { max: 300, lines: 3, required: true, shown: both(firm, says('special')) }),
      groundsProof: scan('特殊贡献证明', both(firm, says('special'))),
      licence: scan('营业执照、信用证明', firm),
      taxProof: scan('完税、纳税信用证明', firm),
      dealings: scan('业务往来证明', firm, { help: '报关单、合同、项目计划或近一年的商务签证' }),
    },
  },
  clerk: {
    title: '经办人',
    fields: {
      clerk: text('经办人', { max: 30, required: true, width: 6 }),
      phone: identifier('phone', '手机', { required: true, sensitivity: 'personal', width: 6 }),
      mandateUntil: date('授权有效期至', { required: true, width: 6 }),
      mandate: scan('授权委托书', () => true, { signed: true }),
    },
  },
  person: {
    title: '申请人',
    fields: {
      name: text('姓名', { max: 30, required: true, width: 6 }),
      latinName: text('拉丁字母姓名', {
        max: 39,
        required: true,
        width: 6,
        pattern: { regex: '^[A-Z]+(?:[ -][A-Z]+)*$', hint: '大写，照护照填写，如 ZHANG MINGYUAN' },
        shown: is('new', 'renew', 'passport', 'replace'),
      }),
      citizenId: identifier('citizen-id', '身份证号', { required: true, sensitivity: 'sensitive', width: 6 }),
      passport: identifier('passport', '护照号码', { required: true, sensitivity: 'sensitive', width: 6 }),
      passportUntil: date('护照有效期至', {
        required: true,
        width: 6,
        shown: is('new', 'renew', 'passport', 'replace'),
      }),
      post: text('职务', {
        max: 40,
        required: true,
        width: 6,
        shown: whole,
        help: '对外使用的职务，不写单位名称',
      }),
      role: choice('岗位类别', options(ROLES), { required: true, shown: whole }),
      employedOn: date('到本企业工作日期', { required: true, width: 6, shown: firm }),
      refused: yesNo('曾被经济体拒绝预批或拒签', { required: true, width: 6, shown: whole }),
      noCrime: yesNo('无犯罪记录', { required: true, width: 6, shown: whole }),
    },
  },
  papers: {
    title: '材料',
    intro: '函和承诺书可由系统代拟，盖章后上传。',
    fields: {
      passportScan: own(
        '护照资料页',
        ['jpg', 'jpeg', 'png', 'pdf'],
        is('new', 'renew', 'passport', 'replace'),
        '四角齐全，机读码清楚',
      ),
      photo: own('照片', ['jpg', 'jpeg', 'png'], whole, '白底证件照'),
      signature: own('签名', ['jpg', 'jpeg', 'png'], whole, '本人在白纸上签名'),
      insurance: scan('社会保险记录', firm, { help: '在外地参保的另附承诺' }),
      crimeProof: scan('无犯罪记录证明', whole),
      letter: scan('申办函', is('new', 'renew', 'early', 'remake', 'cancel'), { signed: true }),
      commitment: scan('申办与管理承诺书', whole, { signed: true }),
      police: scan('报警回执和遗失说明', is('reissue')),
    },
  },
});

/** Sound answers to it. */
export type Card = AnswersOf<typeof cardForm>;
/** Reads answers, whatever is still missing. */
export const readCard = (answers: Answers): Card => soundAnswers(cardForm, answers);
/** Whether a case asks for the approval of the economies. */
export const asksEconomies = ({ kind }: Card): boolean => kind === 'new' || kind === 'renew';
/** Whether the office keeps the card: of organs and state-owned companies. */
export const keptHere = ({ ownership }: Card): boolean =>
  ownership === 'organ' || ownership === 'central' || ownership === 'local';
