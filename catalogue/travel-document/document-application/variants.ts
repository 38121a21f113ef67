import type { CaseState, SweepOptions } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';
import { samplePerson } from '../../shared/sample-people.ts';
import { sampleUpload } from '../../shared/sample-upload.ts';
import { readApplication } from './form.ts';

const data = {
  slot: { day: '2026-03-05', from: '09:30', to: '10:00' },
  capture: {
    on: '2026-03-02',
    by: '周采集',
    photo: [{ id: 'photo', name: '照片.jpg', size: 1, type: 'image/jpeg', digest: '0'.repeat(64) }],
    signed: true,
    fingerprints: true,
  },
  spelling: ({ answers }: CaseState): Answers => {
    const { pinyin, oldPinyin } = readApplication(answers);
    return { spelled: oldPinyin ?? pinyin, by: oldPinyin === undefined ? 'rule' : 'old' };
  },
  book: { number: 'PE7654321', place: '甲柜1层01格', issued: '2026-03-02', until: '2031-03-01' },
  hand: { scanned: 'PE7654321', collector: '吴专办', educated: true, on: '2026-03-02' },
};

/** Ways through the service that together enter every step and issue every paper. */
export const variants: NonNullable<SweepOptions['variants']> = {
  sample: { data },
  renewal: {
    data,
    answers: { matter: 'renew', oldNumber: 'PE1111111', oldPinyin: samplePerson(60, '').pinyin },
  },
  lost: {
    data,
    answers: {
      matter: 'replace',
      oldNumber: 'PE1111111',
      oldPinyin: samplePerson(60, '').pinyin,
      cause: 'lost',
      where: 'abroad',
      lostOn: '2026-02-20',
      lostHow: '东京地铁内遗失',
      statement: sampleUpload('statement', '遗失说明'),
      mission: '驻日本使馆',
      returnPaper: 'L1234567',
    },
  },
  'by the ministry': { data, answers: { kind: 'diplomatic', rank: 'ministry' } },
  cancelled: { data, answers: { matter: 'cancel', oldNumber: 'PE1111111', reason: 'left' } },
};
