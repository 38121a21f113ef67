import type { PaperFacts } from '@zhitongche/case';
import { emptyState } from '@zhitongche/case';
import { sampleContext } from '@zhitongche/case/testing';
import { expect, test } from 'vitest';
import { makePapers } from '../../../platform/document/server/paper-maker.ts';
import { apostille } from './index.ts';
import { sampleAnswers } from './sample.ts';

const facts = (addressee: string, answers = sampleAnswers('2026-03-02')): PaperFacts => ({
  caseId: 'c',
  caseNumber: 'N',
  state: { ...emptyState, answers },
  number: 'A2026-123456',
  addressee,
  date: '2026-12-28',
  letterhead: {
    org: 'o',
    name: '云泽省人民政府外事办公室',
    signature: '云泽省人民政府外事办公室',
    mark: '云外',
  },
  verify: { url: 'https://example.test/verify/abcdefghijklmnopqrstuvwxyz012345', code: 'AAAA-BBBB-CCCC' },
  policy: sampleContext(apostille.policies).policy,
});

const made = async (paper: string, given: PaperFacts) => {
  const def = apostille.papers.find(({ key }) => key === paper);
  if (!def) throw new Error(paper);
  return await makePapers().make(def.build(given), {
    docx: def.docx,
    signer: null,
    at: new Date(0),
    issuer: '',
  });
};

test('an electronic original that is gone is said, and nothing is made', async () => {
  const result = await made('certificate', facts('d2'));
  expect(result).toMatchObject({ ok: false, problems: [{ code: 'paper.not-carried' }] });
});

test.each(['certificate', 'legalisation', 'refusal', 'inquiry', 'registration', 'acceptance'])(
  '%s is laid out whole',
  async (paper) => {
    const { ok, ...more } = await made(paper, facts('d1'));
    expect({ ok, problems: 'problems' in more ? more.problems : [] }).toEqual({ ok: true, problems: [] });
  },
);
