import type { Guide } from '@zhitongche/case';
import { convention, legalisation, notary } from './basis.ts';
import { key } from './policy.ts';

/** What anyone reads before applying. */
export const guide: Guide = {
  what: '本省出具的公文书送国外使用，证明文书上最后一个印鉴或签署属实：送《公约》缔约国的办附加证明书，送其他国家的办领事认证。只证明印鉴、签署，不证明内容。',
  conditions: [
    '文书由本省公证、贸促、检验检疫、司法、行政等机构出具，印鉴、签署属实',
    '学历、学位、成绩单等学校文书先办公证书',
    '同一份文书没有现行有效的证书',
  ],
  materials: [
    { name: '文书原件', form: '纸质交窗口，电子原件上传PDF', note: '每份一行，附扫描件' },
    { name: '申请人身份证件', form: '原件交窗口核对' },
    { name: '委托书、代办人证件', form: '由他人代办的' },
    { name: '单位介绍信', form: '单位申请的，盖章' },
    { name: '档案登记表', form: '由系统生成，在窗口签字' },
  ],
  timeLimits: [
    { step: '普通', policy: key('promise'), text: '受理后{}，向出证机构核询和使领馆办理的时间不计' },
    { step: '加急', policy: key('urgent-promise'), text: '受理后{}' },
  ],
  basis: [convention('').title, legalisation('').title, notary('').title],
  fee: '按份收取，民事、商业和加急标准见填报页上的测算',
  questions: [
    { q: '怎么知道办哪一种？', a: '填写使用国家后系统按参考表告知，并写明参考表的日期。' },
    {
      q: '外国机构怎样核对？',
      a: '在公开的核验页输入编号和签发日期，或扫证书上的码；电子证书把文件拖进核验页。',
    },
    { q: '几份文书有一份不合格怎么办？', a: '其余照常办理，不合格的出具写明理由的通知书。' },
  ],
};
