import { createInterface } from 'node:readline/promises';
import { demoOffice } from '@zhitongche/offices';
import type { App } from '@zhitongche/core/server';
import { demoAccounts } from './demo-accounts.ts';
import { createEmptyOffice } from './empty-office.ts';
import { seedDemo } from './seed-demo.ts';

/** Where the first run speaks and asks; tests hand in their own. */
export interface Console {
  say(line: string): void;
  /** Null when nobody is there to answer. */
  ask: ((question: string) => Promise<string>) | null;
}

/** Makes sure the office of this installation exists before the door opens: the demo is filled, a real one asks for its name. */
export async function prepareOffice(app: App, console: Console, officeName?: string): Promise<void> {
  const code = app.config.office;
  if (code === demoOffice.code) {
    const [known] = await app.db.query('select office from office where office = $1', [code]);
    if (!known) console.say('首次启动：正在准备演示数据，约需十几秒……');
    await seedDemo(app);
    return;
  }
  const [known] = await app.db.query('select office from office where office = $1', [code]);
  if (known) return;
  const name = (
    officeName ??
    (await console.ask?.('请输入外办全称（如：某某省人民政府外事办公室）：')) ??
    ''
  ).trim();
  if (name.length < 4 || name.length > 60)
    throw new Error(
      `首次启动需要外办全称：请在终端中启动并按提示输入，或设置环境变量 ZHITONGCHE_OFFICE_NAME。`,
    );
  const accounts = await createEmptyOffice(app, code, name);
  console.say(
    `已建立“${name}”。以下一次性密码只显示这一次，请分别交给三名管理员，首次登录须修改并绑定动态口令：`,
  );
  for (const one of accounts)
    console.say(`  ${one.role}　用户名 ${one.username}　一次性密码 ${one.password}`);
}

/** What is printed once the door is open. */
export function greeting(address: string, demo: boolean): readonly string[] {
  const lines = [`直通车已启动：${address}`];
  if (!demo) return lines;
  return [
    ...lines,
    `演示账号（密码均为 ${demoOffice.password}）：`,
    ...demoAccounts().map((one) => `  ${one.username.padEnd(22)}${one.role}　${one.name}`),
    '演示数据均为虚构。正式使用请以 npm start -- --empty 启动。',
  ];
}

/** The terminal this process was started from. */
export const terminal: Console = {
  say: (line) => process.stdout.write(`${line}\n`),
  ask: process.stdin.isTTY
    ? async (question) => {
        const reader = createInterface({ input: process.stdin, output: process.stdout });
        const answer = await reader.question(question);
        reader.close();
        return answer;
      }
    : null,
};
