import { addMonths } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';

const file = (id: number, name: string, type = 'application/pdf') => [
  { id: `00000000-0000-4000-8000-0000000000${10 + id}`, name, size: 1000, type, digest: '0'.repeat(64) },
];

/** A private trading company’s manager who applies for the first time. */
export const sampleAnswers = (today: string): Answers => ({
  kind: 'new',
  unit: '某某进出口有限公司',
  uscc: '91110000802100433B',
  latinUnit: 'Moumou Import and Export Co., Ltd.',
  place: 'province',
  ownership: 'private',
  sector: 'goods',
  trade: '8600000.00',
  taxGrade: 'A',
  headcount: 46,
  special: false,
  licence: file(1, '营业执照.pdf'),
  taxProof: file(2, '纳税信用证明.pdf'),
  dealings: file(3, '报关单.pdf'),
  clerk: '吴经办',
  phone: '13900000000',
  mandateUntil: addMonths(today, 12),
  mandate: file(4, '授权委托书.pdf'),
  name: '张明远',
  latinName: 'ZHANG MINGYUAN',
  citizenId: '11010519491231002X',
  passport: 'E12345678',
  passportUntil: addMonths(today, 100),
  post: '总经理',
  role: 'manager',
  employedOn: addMonths(today, -24),
  refused: false,
  noCrime: true,
  passportScan: file(5, '护照资料页.png', 'image/png'),
  photo: file(6, '照片.png', 'image/png'),
  signature: file(7, '签名.png', 'image/png'),
  insurance: file(8, '社会保险记录.pdf'),
  crimeProof: file(9, '无犯罪记录证明.pdf'),
  letter: file(10, '申办函.pdf'),
  commitment: file(11, '承诺书.pdf'),
});
