import { expect } from 'vitest';
import type { CaseRow } from '@zhitongche/contract';
import type { Answers } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import { samplePerson } from '@zhitongche/catalogue/shared/sample-people.ts';
import { sampleTrip } from '@zhitongche/catalogue/outbound/trip/sample-trip.ts';
import { sampleFile, sampleUpload } from '@zhitongche/catalogue/shared/sample-upload.ts';
import type { Visitor } from './browser.ts';
import { call } from './wire.ts';

/** A scanned document as an answer. */
export const fileOf = (name: string): Json => ({ ...sampleFile(name, name) });

const ORGANISER = '云泽省科学技术厅';

/** A delegation in which the organiser and each of the other units sends somebody, as the organiser files it, or as one of the units that take part. */
export function jointTrip(about: {
  readonly today: string;
  readonly group: string;
  readonly units: readonly string[];
  /** The unit that files it to take part, and not to lead. */
  readonly sends?: string;
}): Answers {
  const { today, group, units, sends } = about;
  const everybody = [ORGANISER, ...units].map((employer, n) => ({
    ...samplePerson(20 + n, n === 0 ? '处长' : '工程师', n === 0 ? 'division' : 'technical'),
    employer,
  }));
  return sampleTrip({
    today,
    leaveIn: 80,
    unit: sends ?? ORGANISER,
    organiser: ORGANISER,
    group,
    purpose: '商定联合实验室建设方案',
    necessity: '各方共建项目，须由相关单位共同商定分工。',
    results: '签署联合实验室协议。',
    caseType: sends ? 'span-join' : 'span-lead',
    stops: [
      {
        country: '塞尔维亚',
        city: '贝尔格莱德',
        nights: 4,
        inviter: '塞尔维亚某科学院',
        inviterForeign: 'Example Academy of Sciences',
        inviterKind: 'institute',
      },
    ],
    people: everybody.filter(({ employer }) => sends === undefined || employer === sends),
    more: {
      dispatchUnits: units.join('、'),
      ...(sends
        ? { organiserNotice: sampleUpload('notice', '任务通知书'), groupTotal: everybody.length }
        : {}),
    },
  });
}

const CLEARED: Answers = {
  authority: '中共云泽省委组织部',
  number: '云组外备〔2026〕31号',
  date: '2026-03-10',
  scan: [fileOf('人员备案表')],
};

/** Files the trip whose sheet is open; whatever is asked about it is explained, also what the registers ask only after a first try. */
export async function files(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  visitor.expect(/422/);
  const submit = page.getByRole('button', { name: '提交审批' });
  const boxes = page.locator('textarea[id^="explain-"]');
  const explained = async (): Promise<boolean> => {
    for (const box of await boxes.all()) if ((await box.inputValue()) === '') await box.fill('情况属实。');
    return submit.isEnabled();
  };
  await expect.poll(explained, { timeout: 15_000 }).toBe(true);
  await submit.click();
  const filed = page.getByRole('heading', { name: '单位各部门审核' });
  const refused = page.getByRole('heading', { name: '没有提交成功' });
  await filed.or(refused).first().waitFor();
  if (await filed.isVisible()) return;
  await boxes.first().waitFor();
  await expect.poll(explained, { timeout: 15_000 }).toBe(true);
  await submit.click();
  await filed.waitFor();
}

/** People of the demo office, by their accounts, take the act that moves the case on, one after another. */
export async function agreed(address: string, id: string, accounts: string): Promise<void> {
  for (const username of accounts.split(' ')) {
    const caller = await call(address, username);
    const { acts } = await caller.view(id);
    const onward = acts.find(({ act, kind }) => kind === 'agree' || act === 'filed');
    if (!onward) throw new Error(`${username} may not agree: ${acts.map(({ act }) => act).join()}`);
    await caller.act(id, {
      act: onward.act,
      ...(onward.seat === null ? {} : { seat: onward.seat }),
      ...(onward.act === 'filed' ? { data: CLEARED } : {}),
      ...(onward.opinion === 'none' ? {} : { opinion: '同意。' }),
    });
  }
  await papersMade(address, id, accounts.split(' ').at(-1) ?? '');
}

/** Waits until no paper of a case is being made: one that is finished while somebody types moves the case under them. */
async function papersMade(address: string, id: string, username: string): Promise<void> {
  const caller = await call(address, username);
  const making = async (): Promise<boolean> =>
    (await caller.view(id)).papers.some(({ status }) => status === 'asked');
  await expect.poll(making, { timeout: 60_000 }).toBe(false);
}

/** Id of a case by its title, as somebody finds it in their lists, at a step where several are called the same. */
export async function caseOf(
  address: string,
  username: string,
  title: string,
  step?: string,
): Promise<string> {
  const caller = await call(address, username);
  const lists = ['/api/my/cases?limit=100', '/api/inbox?tab=all&limit=100'];
  for (const list of lists)
    for (let cursor = ''; ; ) {
      const page = await caller.read<{ items: readonly CaseRow[]; next: string | null }>(`${list}${cursor}`);
      const found = page?.items.find(
        (row) => row.title === title && (step === undefined || row.stepTitle === step),
      );
      if (found) return found.id;
      if (!page?.next) break;
      cursor = `&cursor=${encodeURIComponent(page.next)}`;
    }
  throw new Error(`${username} has no case ${title}`);
}
