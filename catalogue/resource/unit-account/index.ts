import type { Json } from '@zhitongche/base';
import { type Computed, defineService, type Service } from '@zhitongche/case';
import { accountBrief } from './brief.ts';
import { deriveAccount, figuresIn } from './derive.ts';
import { flow } from './flow.ts';
import { accountForm, MATTERS, readAccount } from './form.ts';
import { guide } from './guide.ts';
import { keeps } from './keeps.ts';
import { changeWords, papers } from './papers.ts';
import { policies } from './policy.ts';
import { prepared } from './prepared.ts';
import { rules } from './rules.ts';
import { sampleFile } from './sample.ts';

export { unitAccounts } from './book.ts';
export { unitClerks } from './clerk.ts';

const handed: Computed = {
  key: 'handover',
  label: '移交清单',
  after: 'handover',
  show(derived: Json) {
    const { handover } = figuresIn({ derived });
    return handover
      ? {
          kind: 'table',
          columns: [
            { label: '办件编号', align: 'left' },
            { label: '事项', align: 'left' },
          ],
          rows: handover.cases.map(({ number, title }) => [number || '草稿', title || '未命名']),
          note: `由${handover.from.name}移交${handover.to.name}`,
        }
      : undefined;
  },
};

/** 单位开户备案: a unit opens its account, keeps it in force, changes it, hands it over to another clerk and closes it. */
export const unitAccount: Service = defineService({
  code: 'unit-account',
  name: '单位开户备案',
  en: 'Unit account',
  version: 1,
  audience: ['unit', 'enterprise'],
  category: '单位备案',
  occasion: '单位开户、换专办员',
  guide,
  form: accountForm,
  begins: ({ unit }) => ({ unit }),
  forms: {},
  checks: rules,
  facts: {
    tables: [],
    lookups: {
      account: {
        provider: 'unit-account',
        args(answers, act) {
          if (act) return undefined;
          const { uscc = '', clerks = [], from = '', to = '' } = readAccount(answers);
          const logins = [...clerks.flatMap(({ login }) => login ?? []), from, to].filter(
            (one) => one !== '',
          );
          return { uscc, logins, from };
        },
      },
    },
  },
  policies,
  flow,
  papers,
  prepared,
  registers: [],
  keeps,
  settles: ['account'],
  computed: [handed],
  derive: deriveAccount,
  summary(answers) {
    const { matter, unit = '', changes = [] } = readAccount(answers);
    const what = MATTERS[matter as keyof typeof MATTERS];
    return {
      title: what === undefined ? '未命名' : `${unit}${what}`,
      facts: [
        { label: '单位', value: unit },
        ...(what === undefined ? [] : [{ label: '事项', value: what }]),
        ...(changes.length === 0 ? [] : [{ label: '变更内容', value: changeWords(changes) }]),
      ],
      words: [unit],
    };
  },
  brief: accountBrief,
  approved: '已备案',
  sample: () => ({
    matter: 'open',
    unit: '某某单位',
    uscc: '91110000802100433B',
    certificate: [sampleFile('证书.pdf', 'application/pdf')],
    seal: [sampleFile('公章.png', 'image/png')],
    letter: [sampleFile('申请函.pdf', 'application/pdf')],
    commitment: [sampleFile('承诺书.pdf', 'application/pdf')],
    signers: [{ name: '周签批', post: '副主任', specimen: [sampleFile('签字.png', 'image/png')] }],
    clerks: [{ name: '吴专办', login: 'wu-clerk', phone: '13900000000' }],
  }),
});
