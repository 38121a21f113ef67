import { defineService, type Service, withFees } from '@zhitongche/case';
import { atCounter } from './at-counter.ts';
import { apostilleBrief } from './brief.ts';
import { deriveFigures, told } from './derive.ts';
import { english } from './english.ts';
import { fees } from './fees.ts';
import { flow } from './flow.ts';
import { applicationForm, documentsOf, readApplication } from './form.ts';
import { forms } from './forms.ts';
import { guide } from './guide.ts';
import { keeps } from './keeps.ts';
import { papers } from './papers.ts';
import { policies } from './policy.ts';
import { rules } from './rules.ts';
import { sampleAnswers } from './sample.ts';

export { apostilleBook } from './book.ts';
export { sealSpecimens } from './specimen.ts';

/** 附加证明书、领事认证: the country of use decides which; several papers in one case, each with a state of its own. */
export const apostille: Service = withFees(
  defineService({
    code: 'apostille',
    name: '附加证明书、领事认证',
    en: 'Apostille and legalisation',
    english,
    version: 1,
    audience: ['unit', 'enterprise', 'public'],
    // Whoever they are is seen at the counter, where the papers themselves are handed in.
    visitors: { who: ['citizen', 'foreigner', 'enterprise'], level: 1 },
    category: '领事认证',
    occasion: '文书送国外使用',
    guide,
    form: applicationForm,
    begins: ({ unit, phone }) => ({ applicant: unit, ...(phone === undefined ? {} : { phone }) }),
    forms,
    checks: rules,
    facts: {
      tables: ['countries', 'apostille-parties', 'legalisation-ways'],
      lookups: {
        documents: {
          provider: 'apostille-documents',
          args(answers, act) {
            const documents = readApplication(answers).documents ?? [];
            // Asked while it is filed, and once more when it is signed: another case may have come first.
            if ((act && act.form !== 'signature') || documents.length === 0) return undefined;
            return documents.map(({ issuer = '', number = '', seal = '', signer = '', issuedOn = '' }) => ({
              issuer,
              number,
              seal,
              signer,
              issuedOn,
            }));
          },
        },
        training: {
          provider: 'apostille-training',
          args: (_answers, act) => (act?.form === 'signature' ? {} : undefined),
        },
      },
    },
    policies,
    flow,
    papers,
    registers: [],
    keeps,
    atCounter,
    strands: {
      document: {
        label: '各份文书',
        one: '份',
        of: (state) =>
          documentsOf(state).map(({ id, told: { title = '', number = '' } }) => ({
            id,
            label: `${title}（${number}）`,
          })),
        states: {
          pending: { label: '待审查' },
          inquiry: { label: '核询中', days: 'apostille.inquiry-days' },
          sound: { label: '审查通过', tone: 'good' },
          refused: { label: '不予办理', tone: 'bad' },
          made: { label: '已制证', tone: 'good' },
          handed: { label: '已发件', tone: 'idle' },
        },
        first: 'pending',
      },
    },
    computed: [told],
    derive: deriveFigures,
    summary({ applicant = '', country = '', documents = [], urgent = false }) {
      return {
        title: country === '' ? '未命名' : `${applicant}送${country}文书${documents.length}份`,
        facts: [
          { label: '使用地', value: country },
          { label: '文书', value: `${documents.length}份` },
        ],
        words: [
          applicant,
          country,
          ...documents.flatMap(({ issuer, number }) => [issuer ?? '', number ?? '']),
        ],
        ...(urgent ? { urgent: true as const } : {}),
      };
    },
    brief: apostilleBrief,
    approved: '已签发',
    sample: sampleAnswers,
    fees,
  }),
);
