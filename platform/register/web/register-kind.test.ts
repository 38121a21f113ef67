import { expect, test } from 'vitest';
import { provideServices } from '@zhitongche/form/web';
import { toyKeys } from '../testing/toy-register.ts';
import { loadKind } from './register-kind.ts';

test('a register is found in the folder of its code, and nothing else that stands there is taken for it', async () => {
  provideServices({
    '../catalogue/test/toy-keys/index.ts': () =>
      Promise.resolve({ other: { code: 'toy-keys', form: {} }, toyKeys }),
    '../catalogue/test/empty/index.ts': () => Promise.resolve({}),
  });
  expect(await loadKind('toy-keys')).toBe(toyKeys);
  await expect(loadKind('empty')).rejects.toThrow('no register "empty"');
  await expect(loadKind('unknown')).rejects.toThrow('no register "unknown"');
});
