import type { PaperDoc } from '@zhitongche/base';
import type { PaperFacts } from '@zhitongche/case';
import { UNIT_OPINIONS } from '@zhitongche/access';
import type { Cast, Story } from '@zhitongche/case/testing';
import { outboundTrip } from '../index.ts';
import { CLEARED } from './roads.ts';

/** What a paper of the case is built from, with the given number. */
export const factsOf = (s: Story, number?: string): PaperFacts => ({
  caseId: 'case-1',
  caseNumber: '某外办〔2026〕7号',
  state: s.state,
  ...(number ? { number } : {}),
  date: '2026-03-04',
  letterhead: {
    org: 'office',
    name: '某某省人民政府外事办公室',
    signature: '某某省人民政府外事办公室',
    mark: '某外',
    phone: '0000-0000',
  },
  verify: { url: 'https://example.cn/v/AAAA', code: 'AAAA-BBBB' },
  policy: s.setting.policy,
});

/** A paper of the case as the office would make it now. */
export const built = (s: Story, name: string, number?: string): PaperDoc => {
  const [key, addressee] = name.split(':');
  const def = outboundTrip.papers.find((paper) => paper.key === key);
  if (!def) throw new Error(`no paper ${name}`);
  return def.build({ ...factsOf(s, number), ...(addressee ? { addressee } : {}) });
};

/** Everything a reader of the paper sees, in order. */
export const textOf = (doc: PaperDoc): string => {
  const say = (value: unknown): string =>
    typeof value === 'string'
      ? value
      : Array.isArray(value)
        ? value.map(say).join(' ')
        : value instanceof Object
          ? Object.values(value).map(say).join(' ')
          : '';
  return doc.blocks.map(say).join('\n');
};

const DESKS: readonly Cast[] = [
  ...UNIT_OPINIONS,
  'signer',
  'city-reviewer',
  'city-leader',
  'window',
  'handler@outbound',
  'countersigner@security',
  'countersigner@finance',
  'division-head@outbound',
  'deputy-director',
  'director',
];

/** Everybody asked agrees until the case waits for papers or for the unit. */
export const allAgree = (s: Story): Story => {
  for (let turn = 0; turn < 20; turn += 1) {
    if (s.open('unit-personnel').some(({ act }) => act === 'filed'))
      s.act('unit-personnel', { act: 'filed', data: CLEARED });
    const desk = DESKS.find((who) => s.open(who).some(({ act }) => act === 'agree'));
    if (!desk) return s;
    s.act(desk, { act: 'agree', opinion: '同意。' });
  }
  throw new Error(`they never stop agreeing at ${s.state.step}`);
};
