import countries from './countries.json' with { type: 'json' };
import visaFreeEntry from './visa-free-entry.json' with { type: 'json' };
import type { ReferenceTable } from '@zhitongche/office';

/** Reference tables no folder brings: the platform's forms and several services read them. An office replaces one by importing a newer version. */
export const referenceTables: readonly ReferenceTable[] = [
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
];
