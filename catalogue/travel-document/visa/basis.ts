import type { Basis } from '@zhitongche/base';

/** How official visas are applied for: through the foreign affairs office alone. */
export const visaDesk = (article: string): Basis => ({
  title: '因公签证办理说明',
  article,
  unconfirmed: true,
});

/** Who needs none: agreements row by row. */
export const exemptions = (article: string): Basis => ({
  title: '中国与外国互免签证协定一览表（外交部领事司）',
  article,
});

/** Zones of travel documents. */
export const ZONE: Basis = { title: 'ICAO Doc 9303《机读旅行证件》第7部分' };

/** Codes of this folder. */
export const VISA = 'visa';
export const REFUSALS = 'visa-refusal';
/** Tables an office keeps: what each country asks for, and what it charges. */
export const CHECKLISTS = 'visa-checklists';
export const CHARGES = 'visa-fees';
