import { factsIn, preparedAt } from '@zhitongche/case';
import { sampleContext } from '@zhitongche/case/testing';
import { expect, test } from 'vitest';
import { makePapers } from '../../../../platform/document/server/paper-maker.ts';
import { TABLES } from '../../../shared/testing/tables.ts';
import { outboundTrip } from '../server/index.ts';
import { ownDelegation } from '../samples.ts';
import { prepared } from './index.ts';

const today = '2026-03-02';
const answers = ownDelegation({ today });
const derived = outboundTrip.derive(answers, sampleContext(outboundTrip.policies, { today, tables: TABLES }));
const written = (key: string) => {
  const paper = prepared[key];
  const facts = paper && factsIn(paper, answers, derived, 0);
  if (!paper || !facts) throw new Error(key);
  return paper.write(facts, { authority: '云泽省人民政府外事办公室' });
};

test.each(Object.keys(prepared))('%s is laid out whole, as PDF and as Word', async (key) => {
  const made = await makePapers().make(
    {
      kind: 'prepared',
      name: 'V:7K3D-Q9FM-2XTH',
      issuer: '某单位',
      issuedOn: today,
      blocks: [...written(key), { kind: 'version', code: '7K3D-Q9FM-2XTH' }],
    },
    { docx: true, signer: null, at: new Date(0), issuer: '' },
  );
  expect(made.ok ? [] : made.problems).toEqual([]);
});

test('the request names who goes, where, when, at whose cost and with whom, and asks the authority', () => {
  const text = JSON.stringify(written('request'));
  const said = [
    answers['purpose'],
    answers['route'],
    answers['necessity'],
    '妥否，请批示。',
    '云泽省人民政府外事办公室',
  ];
  for (const one of said) expect(text).toContain(typeof one === 'string' ? one.replace(/[。；]$/, '') : one);
  for (const { name } of answers['members'] as readonly { name: string }[]) expect(text).toContain(name);
});

test('what the public reads names no number, birthday or telephone of anybody', () => {
  const text = JSON.stringify(written('public-notice'));
  for (const member of answers['members'] as readonly Record<string, string>[])
    for (const key of ['citizenId', 'birthDate', 'mobile', 'household', 'passportNumber'])
      if (member[key]) expect(text).not.toContain(member[key]);
  expect(text).not.toContain(answers['contactPhone']);
});

test('what only the unit can know is left to its hand', () => {
  expect(JSON.stringify(written('invitation-note'))).toContain('邀请函来源（由单位填写）：＿');
  expect(JSON.stringify(written('opinion-form'))).not.toContain('未发现不符合');
});

test('both papers of the publicity come back at the upload of their row', () => {
  expect(preparedAt(prepared, ['publicity', 3, 'sealed']).map(({ key }) => key)).toEqual([
    'public-notice',
    'publicity-note',
  ]);
  expect(preparedAt(prepared, ['invitation'])).toEqual([]);
});
