import type { ReferenceTable } from '@zhitongche/office';
import rows from './visa-exemptions.json' with { type: 'json' };

/** Agreements on visas between China and others, row by row: read by whoever asks how a traveller gets into a country. */
export const visaExemptions: ReferenceTable = {
  name: 'visa-exemptions',
  title: '中国与外国互免签证协定一览表',
  source:
    '外交部领事司《中国与外国互免签证协定一览表》（资料截至2025-07-25，汇编所得，未与外交部公布的名单核对；各行另注）',
  validFrom: '1956-01-01',
  unconfirmed: '停留期以来华方向为准摘录，出访前请在中国领事服务网复核',
  rows,
};
