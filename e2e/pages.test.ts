import { describe, expect, test } from 'vitest';
import type { Visitor } from './harness/browser.ts';
import { overflow, settled, turn, violations } from './harness/page-law.ts';
import { stage } from './harness/stage.ts';

const { visit, leave } = stage();

/** Where to go; `{title}` stands for the id of the visitor's case of that title. */
interface Round {
  /** Account of the demo office; null = a stranger. */
  readonly who: string | null;
  readonly why: string;
  readonly paths: readonly string[];
  /** Complaints of the browser that belong to these pages. */
  readonly expected?: RegExp;
}

const SECTIONS = ['basics', 'mission', 'members', 'itinerary', 'funding', 'publicity', 'materials', 'check'];

const ROUNDS: readonly Round[] = [
  {
    who: null,
    why: 'a stranger',
    // Who is signed in is asked first and answered with 401; an unknown address is none of ours.
    expected: /401/,
    paths: ['/login', '/verify', '/verify/7K3D-Q9FM-2XTH', '/open/budget', '/nowhere'],
  },
  {
    who: 'commerce-filer',
    why: 'a clerk with a draft',
    paths: [
      '/hall',
      '/hall/services/outbound-trip',
      '/hall/cases',
      '/hall/notices',
      '/account',
      ...SECTIONS.map((s) => `/hall/cases/{云泽省商务厅职业教育交流团}/edit?s=${s}`),
      '/hall/cases/{云泽省商务厅职业教育交流团}',
    ],
  },
  {
    who: 'rail-filer',
    why: 'a clerk who corrects one case and travels with another',
    paths: [
      '/hall',
      '/hall/cases/{云泽轨道装备股份有限公司医疗合作代表团}',
      '/hall/cases/{云泽轨道装备股份有限公司医疗合作代表团}/edit?s=itinerary',
      '/hall/cases/{云泽轨道装备股份有限公司物流通道合作代表团}',
      '/hall/cases/{云泽轨道装备股份有限公司物流通道合作代表团}/acts/register-return',
      '/hall/cases/{云泽轨道装备股份有限公司物流通道合作代表团}/acts/ask-change',
    ],
  },
  {
    who: 'bailu-filer',
    why: 'a clerk who has filed nothing yet',
    paths: ['/hall', '/hall/cases', '/hall/notices'],
  },
  {
    who: 'handler',
    why: 'a handler of the province',
    paths: [
      '/desk',
      '/desk?tab=all',
      '/desk?q=%E6%B2%A1%E6%9C%89%E7%9A%84%E8%AF%8D',
      '/desk/cases/{云泽省文化周旅游推介组}',
      '/desk/cases/{云泽省教育厅产业合作代表团}',
      '/desk?open={云泽省教育厅产业合作代表团}',
      '/desk/notices',
      '/desk/stuck',
      '/desk/absence',
      '/desk/outbox',
      '/desk/more',
      '/insight/stats',
      '/insight/registers',
      '/insight/registers/trips',
      '/account',
    ],
  },
  {
    who: 'nanping-reviewer',
    why: 'a reviewer whose name and whose people’s names are long',
    paths: ['/desk', '/desk/cases/{南屏岭自治州商务局东盟农业合作代表团}', '/account'],
  },
  {
    who: 'finance',
    why: 'a finance officer',
    paths: [
      '/desk',
      '/desk/budget',
      '/desk/cases/{2027年部门预算}',
      '/desk/budget/prepare/{2027年部门预算}',
      '/desk/budget/prepare/{2027年部门预算}/changes',
    ],
  },
  {
    who: 'general-head',
    why: 'a head of division with nothing to do',
    paths: ['/desk', '/desk/notices', '/desk/stuck'],
  },
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
    ]
      .map((room) => `/admin/${room}`)
      .concat('/admin'),
  },
  {
    who: 'secadmin',
    why: 'the security administrator',
    paths: ['/admin/people', '/admin/grants', '/admin/requests', '/admin/policies'],
  },
  {
    who: 'auditor',
    why: 'the audit administrator',
    paths: ['/admin/audit', '/admin/retention', '/admin/policies'],
  },
];

async function addressOf({ page }: Visitor, path: string): Promise<string> {
  const title = /\{(.+)\}/.exec(path)?.[1];
  if (title === undefined) return path;
  const reply = await page.request.get(
    path.startsWith('/hall') ? '/api/my/cases' : '/api/inbox?tab=all&limit=100',
  );
  const { items }: { items: readonly { id: string; title: string }[] } = await reply.json();
  const found = items.find((item) => item.title === title);
  if (!found) throw new Error(`${title} is not among the cases of this visitor`);
  return path.replace(/\{.+\}/, found.id);
}

const DEVICES = {
  desktop: { widths: [1440, 1024] },
  phone: { widths: [390, 360] },
} as const;

const seen = new Set<string>();
/** True for the first page of a layout: addresses that differ in the case or in what a list is asked for show the same page. */
function firstOf(path: string): boolean {
  const layout = path.replace(/\{.+?\}/, '…').replace(/\?(?!s=).*$/, '');
  const first = !seen.has(layout);
  seen.add(layout);
  return first;
}

/**
 * All faults of a page on one device, each with where it was seen. What a pass is for:
 * - all rules, in light, on each device: a wide and a narrow page are laid out of different parts;
 * - every width, without loading anew: what changes between widths is the layout alone;
 * - contrast, in dark: a theme changes colours and nothing else. The desk has all the parts that stand on a page; what a
 *   phone has in their place is the same for all pages of one layout, and is looked at on the first of them.
 */
async function faultsOf(
  { page }: Visitor,
  device: keyof typeof DEVICES,
  path: string,
  dark: boolean,
): Promise<readonly string[]> {
  const found: string[] = [];
  const note = (where: string, lines: readonly string[]) =>
    found.push(...lines.map((line) => `${path} ${where}: ${line}`));
  const { widths } = DEVICES[device];
  await page.setViewportSize({ width: widths[0], height: 844 });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(path);
  await settled(page);
  note(device, await violations(page));
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    note(`${width} px`, await overflow(page));
  }
  if (dark) {
    await turn(page, 'dark');
    note(`${device}, dark`, await violations(page, 'color-contrast'));
  }
  return found;
}

describe('every page, wide and narrow, light and dark, can be used by everyone and complains of nothing', () => {
  for (const { who, why, paths, expected } of ROUNDS)
    test(`as ${why}`, { timeout: 600_000 }, async () => {
      // The two look at the pages side by side: half the time, and nothing of what one sees is the other's.
      const visitors = { desktop: await visit(who), phone: await visit(who, { device: 'phone' }) };
      const round = async (device: keyof typeof DEVICES) => {
        const visitor = visitors[device];
        if (expected) visitor.expect(expected);
        const found: string[] = [];
        for (const path of paths) {
          const dark = device === 'desktop' || firstOf(path);
          found.push(...(await faultsOf(visitor, device, await addressOf(visitor, path), dark)));
        }
        return found;
      };
      const found = (await Promise.all([round('desktop'), round('phone')])).flat();
      expect(found).toEqual([]);
      await leave(visitors.desktop);
      await leave(visitors.phone);
    });
});

test('the look at a page sees a picture without words and a text too pale to read', async () => {
  const { page } = await visit(null);
  await page.setContent(
    '<html lang="zh"><title>试</title><main><img src="data:,"><p style="background:#fff;color:#ccc">浅灰的字</p></main></html>',
  );
  const seen = async (only?: string) => (await violations(page, only)).map((line) => line.split(':')[0]);
  expect(await seen()).toEqual(expect.arrayContaining(['color-contrast', 'image-alt']));
  expect(await seen('color-contrast')).toEqual(['color-contrast']);
});
