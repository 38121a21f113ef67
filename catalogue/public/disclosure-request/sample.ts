import type { Answers } from '@zhitongche/form';

const ID = { id: '00000000-0000-4000-8000-000000000001', digest: 'a'.repeat(64), size: 1000 };

/** A sound request about something. */
export const sampleRequest = ({
  kind = 'person',
  what = '2025年度因公出国（境）经费决算',
  description = '本机关2025年度因公出国（境）团组数、人数和经费决算表。',
}: {
  readonly kind?: 'person' | 'business';
  readonly what?: string;
  readonly description?: string;
} = {}): Answers => ({
  kind,
  ...(kind === 'person'
    ? { name: '李知情', document: 'E00000000' }
    : { name: '云泽远帆进出口有限公司', uscc: '91110000802100433B', contact: '梅庭筠' }),
  phone: '13900000000',
  proof: [{ ...ID, name: '身份证明.pdf', type: 'application/pdf' }],
  what,
  description,
  form: 'electronic',
  way: 'net',
});
