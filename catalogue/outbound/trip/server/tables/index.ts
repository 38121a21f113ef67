import type { ReferenceTable } from '@zhitongche/office';
import { exchangeRates } from './exchange-rates.ts';
import perDiem from './per-diem.json' with { type: 'json' };
import { trainingFees } from './training-fees.ts';
import { visaExemptions } from '../../../../shared/tables/visa-exemptions.ts';

/** What the checks of a trip look up: an office begins with these and replaces one by importing a newer version. */
export const TRIP_TABLES: readonly ReferenceTable[] = [
  {
    name: 'per-diem',
    title: '各国家和地区住宿费、伙食费、公杂费开支标准表（每人每天）',
    source: '财行〔2017〕434号；据同济财〔2018〕15号附件与2019-10-31网页两个抄本核对，273行中272行一致',
    validFrom: '2018-01-01',
    unconfirmed: '全国施行日期与其后是否调整未见原文，启用前请财务部门确认',
    rows: perDiem,
  },
  visaExemptions,
  exchangeRates,
  trainingFees,
];
