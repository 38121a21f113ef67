import { expect, test } from 'vitest';
import { makeLimiter } from './limiter.ts';

const played = async (asked: readonly (readonly [of: string, name: string])[], most = 1) => {
  const inTurn = makeLimiter(most);
  const done: string[] = [];
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  // The first piece holds the only place until everybody has asked.
  const first = inTurn(async () => await gate, 'first');
  const rest = asked.map(([of, name]) =>
    inTurn(async () => {
      done.push(name);
    }, of),
  );
  open();
  await Promise.all([first, ...rest]);
  return done;
};

test('whoever sends many files waits for those of others between two of his own', async () => {
  const asked = [
    ['li', 'li 1'],
    ['li', 'li 2'],
    ['li', 'li 3'],
    ['wang', 'wang 1'],
    ['zhao', 'zhao 1'],
    ['wang', 'wang 2'],
  ] as const;
  expect(await played(asked)).toEqual(['li 1', 'wang 1', 'zhao 1', 'li 2', 'wang 2', 'li 3']);
});

test('work of one sender keeps its order, and work that fails gives its place on', async () => {
  const inTurn = makeLimiter(1);
  const failing = inTurn(async () => {
    throw new Error('broken');
  }, 'li');
  const after = inTurn(async () => 'read', 'li');
  await expect(failing).rejects.toThrow('broken');
  expect(await after).toBe('read');
});
