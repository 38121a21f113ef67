import type { SampleMove, SampleRow } from '@zhitongche/register';
import type { Custody } from './form.ts';

type On = (days: number) => string;

const lent = (on: On, ago: number, borrower: string, exit: number, days: number): SampleMove => ({
  move: 'lend',
  ago,
  data: { borrower, outside: '云外出字〔2026〕31号', exitOn: on(exit), days },
});

const piece = (
  on: On,
  kind: NonNullable<Custody['kind']>,
  number: string,
  holder: string,
  unit: string,
  place: string,
  until: number,
): Custody => ({
  kind,
  number,
  holder,
  unit: { id: '', title: unit },
  place,
  issued: on(until - 1825),
  until: on(until),
});

/** Documents of invented people of the invented province: on the shelf, lent, abroad and late. */
export const samples = (on: On): readonly SampleRow<Custody>[] => {
  return [
    {
      answers: piece(on, 'ordinary', 'PE1234501', '沈观澜', '云泽大学', '甲柜1层01格', 900),
      ago: 60,
      by: 'passports',
    },
    {
      answers: piece(on, 'ordinary', 'PE1234502', '陆闻笛', '云泽大学', '甲柜1层02格', 700),
      ago: 60,
      by: 'passports',
      moves: [lent(on, 6, '陆闻笛', 3, 5)],
    },
    {
      answers: piece(on, 'official', 'SE1234503', '顾远岫', '云泽省商务厅', '甲柜2层01格', 400),
      ago: 60,
      by: 'passports',
      moves: [lent(on, 12, '顾远岫', -8, 6), { move: 'depart', ago: 8 }],
    },
    {
      answers: piece(on, 'ordinary', 'PE1234504', '裴知秋', '云泽省科学技术厅', '甲柜2层02格', 80),
      ago: 60,
      by: 'passports',
      moves: [lent(on, 40, '裴知秋', -35, 8), { move: 'depart', ago: 35 }],
    },
    {
      answers: {
        ...piece(on, 'permit', 'C12345678', '阮若溪', '云泽省教育厅', '乙柜1层01格', 300),
        citizenId: '11010519491231002X',
      },
      ago: 60,
      by: 'passports',
      moves: [{ move: 'send', ago: 5, data: { caseNumber: 'YZ-DEMO-0002', mission: '签证代办处' } }],
    },
  ];
};

/** Passports a unit of the invented province keeps itself. */
export const ownSamples = (on: On): readonly SampleRow<Custody>[] => [
  {
    answers: piece(on, 'ordinary', 'PE2234501', '方知微', '云泽省商务厅', '机要柜1层01格', 600),
    ago: 30,
    by: 'commerce-filer',
  },
  {
    answers: piece(on, 'ordinary', 'PE2234502', '叶闻溪', '云泽省商务厅', '机要柜1层02格', 500),
    ago: 30,
    by: 'commerce-filer',
    moves: [lent(on, 20, '叶闻溪', -14, 5), { move: 'depart', ago: 14 }],
  },
];
