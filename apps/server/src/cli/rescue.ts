import { rescueAccount } from '@zhitongche/administration/server';
import type { CommandIo } from './command-io.ts';
import { withApp } from './open-app.ts';

/** `rescue <user name>`: gives an account a new one-time password and takes its second factor away. */
export const rescueCommand = ([username]: readonly string[], io: CommandIo): Promise<number> =>
  withApp(io, async ({ app }) => {
    if (!username) {
      io.err('用法：npm run zhitongche -- rescue <用户名>');
      return 2;
    }
    const password = await rescueAccount(app, app.config.office, username);
    if (password === null) {
      io.err(`“${app.config.office}”中没有用户名为“${username}”的账户。`);
      return 1;
    }
    io.out(`一次性密码：${password}\n动态口令已解除，登录后须修改密码并重新绑定。本次操作已记入审计。`);
    return 0;
  });
