import countries from './countries.json' with { type: 'json' };
import perDiem from './per-diem.json' with { type: 'json' };
import visaExemptions from './visa-exemptions.json' with { type: 'json' };
import visaFreeEntry from './visa-free-entry.json' with { type: 'json' };
import { exchangeRates } from './exchange-rates.ts';
import type { ReferenceTable } from './table.ts';
import { trainingFees } from './training-fees.ts';

/** Every reference table the services read, with its source; an office replaces one by importing a newer version. */
export const referenceTables: readonly ReferenceTable[] = [
  {
    name: 'per-diem',
    title: '各国家和地区住宿费、伙食费、公杂费开支标准表（每人每天）',
    source: '财行〔2017〕434号；据同济财〔2018〕15号附件与2019-10-31网页两个抄本核对，273行中272行一致',
    validFrom: '2018-01-01',
    unconfirmed: '全国施行日期与其后是否调整未见原文，启用前请财务部门确认',
    rows: perDiem,
  },
  {
    name: 'visa-exemptions',
    title: '中国与外国互免签证协定一览表',
    source:
      '外交部领事司《中国与外国互免签证协定一览表》（资料截至2025-07-25，汇编所得，未与外交部公布的名单核对；各行另注）',
    validFrom: '1956-01-01',
    unconfirmed: '停留期以来华方向为准摘录，出访前请在中国领事服务网复核',
    rows: visaExemptions,
  },
  {
    name: 'visa-free-entry',
    title: '中国单方面免签入境国家名单（来华）',
    source: '外交部领事司公告（2025-11-03），据新闻报道汇编，未与外交部公布的名单核对',
    validFrom: '2025-11-03',
    unconfirmed: '各国均至2026-12-31止，其后是否延长未知；起始日期除瑞典外按公告之日记，此前多已免签',
    rows: visaFreeEntry,
  },
  {
    name: 'countries',
    title: '国家（地区）名称表',
    source:
      '名称取自434号标准表与互免签证一览表，代码与英文名取自Unicode CLDR；地区归类依434号表；建交与航线标记由本办维护',
    validFrom: '2018-01-01',
    unconfirmed: '“航班衔接不便”按拉美、非洲整体标记，“未建交”按公开资料标记，均可由本办修改',
    rows: countries,
  },
  exchangeRates,
  trainingFees,
];

/** The table of that name, or undefined. */
export const referenceTable = (name: string): ReferenceTable | undefined =>
  referenceTables.find((table) => table.name === name);
