import { expect, test, vi } from 'vitest';
import { catalogue } from '@zhitongche/catalogue/find-service.ts';

test('whoever takes passports back is led to those that are out, and nobody else', async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
  const { deskWays } = await import('../../../../platform/shell/web/index.ts');
  const { leadToPassports } = await import('./ways.ts');
  const ways = (role: string) =>
    deskWays({ grants: [{ role, roleName: '', org: '', orgName: '' }] }).map(({ to }) => to);
  leadToPassports();
  expect(ways('handler')).toEqual([]);
  const [to] = ways('passport-officer');
  const registers = catalogue.flatMap((service) => service.registers.map(({ key }) => key));
  expect(registers.map((key) => `/insight/registers/${key}`)).toContain(to);
});
