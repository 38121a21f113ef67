import type { Guide } from '@zhitongche/case';
import { regulation } from './basis.ts';
import { key } from './policy.ts';

/** What somebody reads before asking. */
export const guide: Guide = {
  what: '申请获取本机关制作或保存的政府信息。主动公开的信息可直接在网站查询，不必申请。',
  conditions: ['公民、法人和其他组织均可申请', '信访、投诉、举报不适用本程序'],
  materials: [{ name: '身份证明', form: '身份证件正反面或证书，PDF或图片' }],
  timeLimits: [
    { step: '补正告知', policy: key('days.examine'), text: '内容不明确的，{}内一次告知' },
    { step: '答复', policy: key('answer'), text: '自收到之日起{}内' },
    { step: '延长', policy: key('extension'), text: '最多延长{}，书面告知' },
  ],
  basis: [regulation('').title],
  fee: '不收费',
  questions: [
    { q: '要说明用途吗？', a: '不用。' },
    { q: '对答复不服怎么办？', a: '答复文书写明了行政复议、行政诉讼的途径和期限。' },
  ],
};
