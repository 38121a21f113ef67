import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { budget } from './budget.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../../../budget/fixtures/${name}`, import.meta.url));

async function call(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await budget(args, { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('budget read <file>', () => {
  test('with --json prints one object with the model, the spots to look at and the reconciliation, and nothing else', async () => {
    const { code, out, err } = await call('read', fixture('shanxi-fao-2024.txt'), '--json');
    const report = JSON.parse(out);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(Object.keys(report)).toEqual(['file', 'kind', 'encoding', 'model', 'unread', 'reconciliation']);
    expect(report.model.tables).toHaveLength(13);
    expect(report.reconciliation.counts['does-not-hold']).toBe(2);
  });

  test('without it says in words what does not hold', async () => {
    const { code, out } = await call('read', fixture('hebei-fao-2024.txt'));
    expect(code).toBe(0);
    expect(out).toContain('191.43 = 217.41，差-25.98');
  });

  test('a missing file and a wrong call say what to do', async () => {
    expect(await call('read', fixture('absent.txt'))).toMatchObject({ code: 1, out: '' });
    expect((await call()).err).toContain('用法');
    expect((await call('read')).code).toBe(2);
  });
});
