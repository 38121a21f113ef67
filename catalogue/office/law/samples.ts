import type { SampleRow } from '@zhitongche/register';
import type { Law } from './form.ts';
import { PRACTICE } from './practice.ts';

type Row = SampleRow<Law>;
type Sort = NonNullable<Law['sort']>;
type Read = NonNullable<Law['read']>;
type More = Pick<Law, 'number' | 'issuer' | 'issued' | 'from' | 'note'> & {
  readonly names?: readonly string[];
};

const law = (sort: Sort, read: Read, title: string, { names = [], ...more }: More = {}): Row => ({
  answers: {
    title,
    sort,
    read,
    ...more,
    names: (names.length > 0 ? names : [title]).map((name) => ({ name })),
  },
});

const notice = (read: Read, number: string, title: string, more: More = {}): Row =>
  law('notice', read, title, { number, names: [`${number}《${title}》`], ...more });

/** Laws, notices and standards the product cites, with what is known of each: nothing the sources do not say. */
const CITED: readonly Row[] = [
  notice('unread', '中办发〔2013〕16号', '关于进一步规范省部级以下国家工作人员因公临时出国的意见', {
    issuer: '外交部、中央外办、中央组织部、财政部',
    note: '天数、人数、频次各条取自各省和单位的实施规定',
  }),
  notice('unread', '中办发〔2008〕9号', '关于进一步加强因公出国（境）管理的若干规定'),
  notice('cited', '厅字〔2016〕17号', '关于加强和改进教学科研人员因公临时出国管理工作的指导意见'),
  notice('unread', '外发〔2018〕6号', 'APEC商务旅行卡申办管理办法', {
    issuer: '外交部',
    note: '只见到标题和文号，条文未见；条件和数字取自各市外办公布的指南',
  }),
  notice('cited', '教外厅〔2015〕1号', '关于进一步加强因公临时出国（境）管理的通知', {
    issuer: '教育部办公厅',
  }),
  notice('unread', '港办联字〔2015〕36号', '关于进一步加强和规范国家工作人员因公临时赴港澳管理的意见', {
    issuer: '国务院港澳事务办公室',
    note: '只见到标题，条文未见',
  }),
  notice('cited', '财行〔2013〕516号', '因公临时出国经费管理办法'),
  notice('cited', '财行〔2017〕434号', '关于调整因公临时出国住宿费标准等有关事项的通知'),
  notice('unread', '财行〔2014〕4号', '因公短期出国培训费用管理办法', { issuer: '财政部、国家外国专家局' }),
  notice('unread', '外专发〔2016〕152号', '关于进一步完善因公出国（境）培训计划申报审批程序的意见', {
    names: ['外专发〔2016〕152号'],
  }),
  notice('unread', '财会〔2012〕21号', '行政事业单位内部控制规范（试行）'),
  notice('cited', '财预〔2016〕143号', '地方预决算公开操作规程', { issued: '2016-10-27' }),
  law('notice', 'cited', '外交护照公务护照和公务普通护照收缴管理规定', {
    issuer: '外交部',
    names: ['《外交护照公务护照和公务普通护照收缴管理规定》'],
  }),
  law('notice', 'unread', '友好城市工作管理规定', {
    issuer: '中国人民对外友好协会',
    names: ['《友好城市工作管理规定》（中国人民对外友好协会，2002）'],
    note: '2002年',
  }),
  law('treaty', 'cited', '取消外国公文书认证要求的公约', {
    issuer: '海牙国际私法会议',
    from: '2023-11-07',
    names: ['《取消外国公文书认证要求的公约》（1961）'],
    note: '1961年10月5日订立，施行日期为对我国生效之日',
  }),
  law('regulation', 'unread', '领事认证办法', {
    number: '外交部令2015年第2号',
    issuer: '外交部',
    issued: '2015-11-19',
    from: '2016-03-01',
    names: ['《领事认证办法》'],
    note: '据公开转载的文本，未见原文',
  }),
  law('law', 'unread', '中华人民共和国行政许可法', { names: ['《中华人民共和国行政许可法》'] }),
  law('law', 'unread', '中华人民共和国价格法', { names: ['《中华人民共和国价格法》'] }),
  law('law', 'unread', '中华人民共和国会计法', { names: ['《中华人民共和国会计法》'] }),
  law('law', 'cited', '中华人民共和国公证法', {
    names: ['《中华人民共和国公证法》'],
    note: '2017年9月1日修正',
  }),
  law('law', 'cited', '中华人民共和国民法典', { names: ['《中华人民共和国民法典》'] }),
  law('law', 'cited', '中华人民共和国预算法', {
    names: [
      '《中华人民共和国预算法》（2018年修正）',
      '《中华人民共和国预算法》（2018年修正）第四条、第五条、第十三条、第十四条、第三十二条、第三十七条、第五十二条',
    ],
    note: '2018年12月29日修正',
  }),
  law('regulation', 'cited', '中华人民共和国预算法实施条例', {
    names: [
      '《中华人民共和国预算法实施条例》（2020年修订）',
      '《中华人民共和国预算法实施条例》（2020年修订）第五条、第六条、第二十条、第四十条、第四十一条',
    ],
    note: '2020年8月3日修订',
  }),
  law('regulation', 'cited', '中华人民共和国政府信息公开条例', {
    number: '国务院令第711号',
    issued: '2019-04-03',
    from: '2019-05-15',
    names: ['《中华人民共和国政府信息公开条例》（国务院令第711号）', '《中华人民共和国政府信息公开条例》'],
  }),
  law('law', 'cited', '中华人民共和国个人信息保护法', { names: ['《中华人民共和国个人信息保护法》'] }),
  law('law', 'unread', '中华人民共和国公务员法', { names: ['《中华人民共和国公务员法》第七十六条'] }),
  notice('cited', '国办发〔2019〕51号', '关于建立政务服务“好差评”制度提高政务服务水平的意见', {
    issuer: '国务院办公厅',
  }),
  law('standard', 'cited', '政务服务“一次一评”“一事一评”工作规范', {
    number: 'GB/T 39734-2020',
    names: ['GB/T 39734-2020'],
    from: '2021-01-01',
  }),
  law('standard', 'cited', '中国人名汉语拼音字母拼写规则', {
    number: 'GB/T 28039-2011',
    names: ['GB/T 28039-2011《中国人名汉语拼音字母拼写规则》'],
  }),
  law('standard', 'cited', '公民身份号码', {
    number: 'GB 11643-1999',
    names: ['GB 11643-1999《公民身份号码》'],
  }),
  law('standard', 'cited', '法人和其他组织统一社会信用代码编码规则', {
    number: 'GB 32100-2015',
    names: ['GB 32100-2015《法人和其他组织统一社会信用代码编码规则》'],
  }),
  law('standard', 'cited', '信息技术 中文编码字符集', {
    number: 'GB 18030-2022',
    names: ['GB 18030-2022《信息技术 中文编码字符集》', 'GB 18030-2022'],
  }),
  law('standard', 'cited', '网络安全等级保护基本要求', {
    number: 'GB/T 22239-2019',
    names: ['GB/T 22239-2019'],
  }),
  law('budget', 'cited', '河北省外办2024年度部门预算', {
    names: [
      '河北省外办2024年度部门预算',
      '河北省外办2024年度部门预算：附加证明书贴纸采购',
      '河北省外办2024年度部门预算：运维合同、驻场运维人数',
    ],
  }),
];

/** Everything the demo office starts with. */
export const samples: readonly Row[] = [
  ...CITED,
  ...PRACTICE.map(([sort, title]) => law(sort, 'unread', title)),
];
