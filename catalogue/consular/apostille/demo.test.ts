import { blocks } from '@zhitongche/base';
import { problemsOf } from '@zhitongche/case';
import { sampleContext } from '@zhitongche/case/testing';
import { expect, test } from 'vitest';
import countries from '../../../offices/src/reference/countries.json' with { type: 'json' };
import { cases } from './demo/cases.ts';
import { apostille } from './index.ts';
import { parties, ways } from './parties.ts';

const tables = { countries, 'apostille-parties': parties.rows, 'legalisation-ways': ways.rows };

test('what the demo office files stands up to the rules', async () => {
  const today = '2026-03-02';
  for (const one of cases(today, new Uint8Array(1))) {
    const type = (name: string) => (name.endsWith('.pdf') ? 'application/pdf' : 'image/png');
    const answers = await one.answers(
      (name) => Promise.resolve({ id: 'x', name, size: 1, type: type(name), digest: '0'.repeat(64) }),
      (username) => ({ name: username }) as never,
    );
    const wrong = problemsOf(apostille, answers, sampleContext(apostille.policies, { today, tables }));
    expect([one.key, ...wrong.filter((problem) => blocks([problem]))]).toEqual([one.key]);
  }
});
