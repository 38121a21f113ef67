import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const read = (env: Readonly<Record<string, string>>) => readConfig(env, '/srv');
const problems = (env: Readonly<Record<string, string>>): string => {
  const result = read(env);
  return result.ok ? '' : result.problems.join('\n');
};
const FROM = { ZHITONGCHE_SMTP_FROM: '直通车 <noreply@example.gov.cn>' };

describe('the mail server', () => {
  it('is not connected when nothing is said of it', () => {
    expect(read({})).toMatchObject({ ok: true, config: { smtp: null } });
  });
  it.each([
    ['smtps://mail.example.gov.cn', 465, 'tls'],
    ['smtp://mail.example.gov.cn', 587, 'starttls'],
    ['smtp://127.0.0.1:2525', 2525, 'plain'],
  ])('%s is reached at port %i by %s', (address, port, security) => {
    expect(read({ ZHITONGCHE_SMTP: address, ...FROM })).toMatchObject({
      ok: true,
      config: { smtp: { port, security, auth: { kind: 'none' } } },
    });
  });
  it('takes a password, or a refresh token of OAuth2', () => {
    const base = { ZHITONGCHE_SMTP: 'smtps://m.example', ...FROM, ZHITONGCHE_SMTP_USER: 'u' };
    expect(read({ ...base, ZHITONGCHE_SMTP_PASSWORD: 'p' })).toMatchObject({
      ok: true,
      config: { smtp: { auth: { kind: 'password', user: 'u', password: 'p' } } },
    });
    const oauth = {
      ...base,
      ZHITONGCHE_SMTP_TOKEN_URL: 'https://login.example/token',
      ZHITONGCHE_SMTP_CLIENT_ID: 'id',
      ZHITONGCHE_SMTP_CLIENT_SECRET: 'secret',
      ZHITONGCHE_SMTP_REFRESH_TOKEN: 'refresh',
    };
    expect(read(oauth)).toMatchObject({
      ok: true,
      config: {
        smtp: { auth: { kind: 'oauth2', clientId: 'id', clientSecret: 'secret', refreshToken: 'refresh' } },
      },
    });
  });
  it('says every fault at once by the name of the variable', () => {
    expect(problems({ ZHITONGCHE_SMTP: 'mail.example.gov.cn' })).toContain('ZHITONGCHE_SMTP 应写作');
    const said = problems({
      ZHITONGCHE_SMTP: 'smtps://m.example',
      ZHITONGCHE_SMTP_FROM: 'x',
      ZHITONGCHE_SMTP_TOKEN_URL: 'ftp://x',
    });
    for (const name of ['ZHITONGCHE_SMTP_FROM', 'ZHITONGCHE_SMTP_CLIENT_ID', 'ZHITONGCHE_SMTP_TOKEN_URL'])
      expect(said).toContain(name);
    expect(problems({ ZHITONGCHE_SMTP: 'smtp://user:pw@m.example', ...FROM })).toContain(
      'ZHITONGCHE_SMTP_USER',
    );
  });
});
