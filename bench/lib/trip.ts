import type { CommandShape } from '@zhitongche/contract';
import { outboundTrip } from '../../catalogue/outbound/trip/index.ts';
import type { Draft } from './drafts.ts';

/** One act of the measured case: who and what. */
export interface Act {
  readonly by: string;
  readonly command: CommandShape;
}

/** Policies under which the measured road has no panel and nothing before the unit's signature: one approval after another. */
export const NO_PANEL = {
  'outbound-trip.countersign': [],
  'outbound-trip.unit-opinions': [],
  'outbound-trip.personnel-filing': false,
} as const;

/** The measured road: submitted, signed by the unit, accepted, approved twice more, and closed by the deputy director’s refusal. */
export const roadOf = (draft: Draft): readonly Act[] => [
  { by: `${draft.unit}-filer`, command: { act: 'submit', answers: draft.answers, explanations: EXPLAINED } },
  { by: `${draft.unit}-signer`, command: { act: 'agree', opinion: '同意申报。' } },
  { by: 'window', command: { act: 'accept' } },
  { by: 'handler', command: { act: 'agree', opinion: '材料齐全，拟同意。' } },
  { by: 'head', command: { act: 'agree', opinion: '同意。' } },
  { by: 'deputy', command: { act: 'refuse', opinion: '外方活动已取消，本次不再安排。' } },
];

/** The same road, but the deputy director agrees: four papers are asked for. */
export const approvedRoad = (draft: Draft): readonly Act[] => [
  ...roadOf(draft).slice(0, -1),
  { by: 'deputy', command: { act: 'agree', opinion: '同意。' } },
];

/** Ways a case may end in a measurement. */
export const ROADS = { refused: roadOf, approved: approvedRoad } as const;

/** An explanation for whatever a check asks to have explained. */
export const EXPLAINED: Readonly<Record<string, string>> = Object.fromEntries(
  outboundTrip.checks.map((check) => [check.code, '已核实，情况说明见所附材料。']),
);
