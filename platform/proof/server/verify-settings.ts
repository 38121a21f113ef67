import type { App } from '@zhitongche/core/server';
import { SETTINGS, type Settings, settingsDigest, settingsNamed } from '@zhitongche/audit/server';

/** The lists in Chinese, with what of them is compared. */
const WORDS: Readonly<Record<Settings, string>> = {
  orgs: '机构（名称、上级、代码、停用）',
  letterheads: '文头（发文机关标志、署名、代字）',
  calendar: '日历（节假日和截止日）',
  tables: '参考表（各版本的内容和来源）',
  figures: '政策数值（有哪些行）',
  holds: '保全（有哪些、是否解除）',
};

/** Compares what an office set with how it stood when the program last wrote to it; one nobody named yet says nothing. */
export async function verifySettings(
  app: App,
  office: string,
): Promise<{ readonly waiting: number; readonly broken: readonly string[] }> {
  const { open } = await app.admission.state(office);
  const broken: string[] = [];
  let waiting = 0;
  for (const list of SETTINGS) {
    const { newest, forged } = await settingsNamed(app.keys, app.db.query, office, list);
    if (forged > 0) broken.push(`审计中有 ${forged} 条关于${WORDS[list]}的记录不是本程序所写`);
    // A list nobody named yet is named by the job that adopts.
    if (newest === null || (await agrees(app, office, list, newest.digest))) continue;
    // Nodes of an older program may still change one without a word about it.
    if (open) waiting += 1;
    else broken.push(`${WORDS[list]}与本程序最后一次设定的不同`);
  }
  return { waiting, broken };
}

/** Whether a list stands as named, or as named by somebody who changed it this very moment. */
async function agrees(app: App, office: string, list: Settings, digest: string): Promise<boolean> {
  const found = await settingsDigest(app.db.query, office, list);
  if (found === digest) return true;
  return (await settingsNamed(app.keys, app.db.query, office, list)).newest?.digest === found;
}
