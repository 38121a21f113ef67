import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { expect, test } from 'vitest';
import { officeFixture } from './harness/fixture.ts';
import { settled } from './harness/page-invariants.ts';

const { visit, leave } = officeFixture();

/** Kilobytes of code, styles and the page itself, compressed, that a browser which holds nothing is sent at most. */
const MOST = 200;

test.each([
  ['a stranger at the log-in', null, '/login', 'desktop'],
  ['a citizen at the public door', null, '/visit/login', 'phone'],
  ['whoever holds a paper', null, '/verify', 'phone'],
  ['a clerk in the hall', 'commerce-filer', '/hall', 'desktop'],
  ['a leader on the phone', 'deputy', '/desk', 'phone'],
] as const)(`%s waits for no more than ${MOST} KB`, async (_, who, path, device) => {
  const visitor = await visit(who, { device });
  const answers: Response[] = [];
  visitor.page.on('response', (answer) => answers.push(answer));
  await visitor.open(path);
  await settled(visitor.page);
  const code = answers.filter((answer) => !new URL(answer.url()).pathname.startsWith('/api/'));
  const bodies = await Promise.all(code.map((answer) => answer.body().catch(() => Buffer.of())));
  const weights = bodies.map((body) => gzipSync(body).length);
  const heaviest = code
    .map((answer, i) => `${Math.round((weights[i] ?? 0) / 1000)} KB ${new URL(answer.url()).pathname}`)
    .toSorted((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10));
  const sum = weights.reduce((all, one) => all + one, 0) / 1000;
  expect(sum, heaviest.slice(0, 8).join('\n')).toBeLessThanOrEqual(MOST);
  await leave(visitor);
});
