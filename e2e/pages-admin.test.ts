import { expect, test } from 'vitest';
import { violations } from './harness/page-invariants.ts';
import { goRound } from './harness/rounds.ts';
import { officeFixture } from './harness/fixture.ts';

const office = officeFixture();

goRound(office, [
  {
    who: 'sysadmin',
    why: 'the system administrator',
    paths: [
      'people',
      'grants',
      'orgs',
      'policies',
      'roles',
      'calendar',
      'letterheads',
      'tables',
      'seats',
      'retention',
      'config',
      'messages',
      'webhooks',
    ]
      .map((room) => `/admin/${room}`)
      .concat('/admin'),
  },
  {
    who: 'secadmin',
    why: 'the security administrator',
    paths: [
      '/admin/people',
      '/admin/grants',
      '/admin/requests',
      '/admin/policies',
      '/admin/roles',
      '/admin/webhooks',
    ],
  },
  {
    who: 'auditor',
    why: 'the audit administrator',
    paths: ['/admin/audit', '/admin/messages', '/admin/retention', '/admin/policies'],
  },
]);

test('the look at a page sees a picture without words and a text too pale to read', async () => {
  const { page } = await office.visit(null);
  await page.setContent(
    '<html lang="zh"><title>试</title><main><img src="data:,"><p style="background:#fff;color:#ccc">浅灰的字</p></main></html>',
  );
  const seen = async (only?: string) => (await violations(page, only)).map((line) => line.split(':')[0]);
  expect(await seen()).toEqual(expect.arrayContaining(['color-contrast', 'image-alt']));
  expect(await seen('color-contrast')).toEqual(['color-contrast']);
});
