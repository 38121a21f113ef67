import type { Guide } from '@zhitongche/case';
import { method, nanjing, shanghai, wuxi, zhongshan } from './basis.ts';
import { key } from './policy.ts';

/** What anyone reads before applying. */
export const guide: Guide = {
  what: 'APEC商务旅行卡相当于多年多次的商务签证，凭卡和所绑定的护照进入卡上列明的经济体，只用于商务活动。由企业向注册地外办申办，经外交部和十六个经济体逐一审批；中国内地、中国香港、中国台北互不受理，美国、加拿大是过渡成员，不作预批。',
  conditions: [
    '企业在本省登记，有对外经贸业务，纳税信用、人数达到标准；未全部达到而有特殊贡献的，可以附证明申办',
    '申请人是管理、业务或技术骨干，在本企业工作满期限，护照有效期足够，无犯罪记录，未被经济体拒绝',
    '同一人没有现行有效的卡；续办自到期前六个月起',
  ],
  materials: [
    { name: '申办函、申办与管理承诺书', form: '系统代拟，盖章上传' },
    { name: '营业执照、纳税和业务往来证明', form: '扫描件' },
    { name: '护照资料页、照片、签名', form: '扫描件' },
    { name: '社会保险记录、无犯罪记录证明', form: '扫描件' },
    { name: '授权委托书', form: '写明经办人和有效期' },
    { name: '报警回执和遗失说明', form: '扫描件', note: '补卡' },
  ],
  timeLimits: [
    {
      step: '外办审核审批',
      policy: key('promise'),
      text: '受理后{}，补正、缴费、外交部和各经济体审批的时间不计',
    },
    { step: '外交部和各经济体', text: '由其自行决定，不能加急；每有答复即告知' },
  ],
  basis: [method('').title, wuxi('').title, nanjing('').title, shanghai('').title, zhongshan('').title],
  fee: '制卡费和本单位服务费见填报页上的测算；仅更换护照、注销不收费',
  questions: [
    { q: '可以只办几个经济体吗？', a: '不可以。部分经济体批准后确有急需的，可以申请提前制卡。' },
    { q: '提前制卡后其余经济体又批准了怎么办？', a: '可以申请重新制卡，原卡注销，须再缴制卡费。' },
    {
      q: '卡由谁保管？',
      a: '机关、国有企业的卡由外办集中保管，出访领用、回国交回；其他企业自管，接受检查。',
    },
  ],
};
