import type { ReferenceTable } from '@zhitongche/office';
import { CHARGES, CHECKLISTS } from '../basis.ts';

const GENERAL = '因公签证办理说明（高校网页转载）';
const JAPAN = '日本因公签证资料（网页转载）';
const DATE = '来源未注明日期，2026-11收录';
const row = (country: string, source: string) => (item: string, form: string) => ({
  country,
  item,
  form,
  source,
  asOf: DATE,
});
const all = row('各国', GENERAL);
const japan = row('日本', JAPAN);
const COPIES = row('美国', '因公签证材料对照（网页转载）');

/** 国别签证须知库: what each mission asks for, with where it was read; an office corrects and adds by importing. */
export const checklists: ReferenceTable = {
  name: CHECKLISTS,
  title: '国别签证须知库',
  source: '网页转载的办理说明，逐行注明',
  validFrom: '2020-01-01',
  unconfirmed: '没有与各使领馆现行要求核对；没有列出的国家只有“各国”通用项，请按使领馆最新须知补录',
  rows: [
    all('签证申请表', '使领馆最新版，机打，A4单面，只填公务行程'),
    all('邀请函', '原件或使领馆认可的复印件'),
    all('行程、机票和住宿预订单', '英文，与批件一致；出签后再出票'),
    all('保险', '覆盖全程并前后各多一天'),
    all('任务批件复印件', '1份'),
    japan('签证公函稿纸', '中文照会文本'),
    japan('任务批件', '原件和复印件'),
    japan('专用名单表', '超过3人时'),
    japan('招聘理由书、滞在预定表', '与照会、申请表一致；有身元保证书的一并提交'),
    japan('照片', '45×35毫米'),
    japan('护照', '本人已签名'),
    COPIES('邀请函', '复印件即可'),
    { ...COPIES('邀请函', '复印件即可'), country: '加拿大' },
  ],
};

const SAMPLE = '演示数据，不是使领馆公布的收费';
const charge = (country: string, amount: string) => ({
  country,
  amount,
  from: '2020-01-01',
  until: '',
  source: SAMPLE,
});

/** What each mission charges for a visa, in yuan, from which day on. */
export const charges: ReferenceTable = {
  name: CHARGES,
  title: '各国签证费（每人次，人民币元）',
  source: SAMPLE,
  validFrom: '2020-01-01',
  unconfirmed: '全部为演示数据，启用前必须按各使领馆公布的收费替换；没有列出的国家不计使领馆收费',
  rows: [charge('日本', '200.00'), charge('德国', '600.00'), charge('美国', '1300.00')],
};
