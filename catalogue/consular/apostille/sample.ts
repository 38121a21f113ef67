import { addDays } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';

const scan = (id: string, type = 'image/png') => [
  {
    id: `00000000-0000-4000-8000-00000000000${id}`,
    name: type === 'application/pdf' ? '电子原件.pdf' : '扫描件.png',
    size: 1000,
    type,
    digest: '0'.repeat(64),
  },
];

/** Two papers for a party: a notarial certificate on paper and a certificate of origin that is electronic. */
export const sampleAnswers = (today: string): Answers => ({
  country: '日本',
  purpose: '投资设立公司',
  inProvince: true,
  urgent: false,
  applicant: '某某进出口有限公司',
  idKind: 'uscc',
  idNumber: '91110000802100433B',
  phone: '13900000000',
  byAgent: false,
  documents: [
    {
      kind: 'notarial',
      title: '营业执照公证书',
      number: '（2026）某证字第12号',
      issuer: '某某市公证处',
      issuedOn: addDays(today, -10),
      signer: '张正明 ZHANG Zhengming',
      capacity: '公证员 Notary',
      seal: '某某市公证处',
      pages: 6,
      original: 'paper',
      scan: scan('1'),
    },
    {
      kind: 'origin',
      title: '原产地证书',
      number: '26C1300A0001',
      issuer: '某某省贸促会',
      issuedOn: addDays(today, -2),
      signer: '李书文 LI Shuwen',
      capacity: '授权签字人',
      seal: '中国国际贸易促进委员会',
      pages: 1,
      original: 'electronic',
      scan: scan('2', 'application/pdf'),
    },
  ],
  collect: 'window',
});
