/** How mail is handed to the office's mail server. */
export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte, `starttls` before anything is said, `plain` only to this very machine. */
  readonly security: 'tls' | 'starttls' | 'plain';
  /** `直通车 <noreply@example.gov.cn>` or only the address. */
  readonly from: string;
  readonly auth:
    | { readonly kind: 'none' }
    | { readonly kind: 'password'; readonly user: string; readonly password: string }
    | {
        readonly kind: 'oauth2';
        readonly user: string;
        readonly tokenUrl: string;
        readonly clientId: string;
        readonly clientSecret: string;
        readonly refreshToken: string;
      };
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/;
const FROM = /^(?:[^<>@\r\n]{1,64}<)?[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>?$/;

/** Reads the settings; null = no mail. Faults go to `problems`, each with the name of the variable. */
export function readSmtp(
  text: (name: string) => string | undefined,
  problems: string[],
): SmtpSettings | null {
  const address = text('ZHITONGCHE_SMTP');
  if (address === undefined) return null;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '' || url.username !== '') {
    problems.push(
      'ZHITONGCHE_SMTP 应写作 smtps://主机:465 或 smtp://主机:587，用户名和密码另设 ZHITONGCHE_SMTP_USER 和 ZHITONGCHE_SMTP_PASSWORD。',
    );
    return null;
  }
  const from = text('ZHITONGCHE_SMTP_FROM') ?? '';
  if (!FROM.test(from))
    problems.push('ZHITONGCHE_SMTP_FROM 应为发件地址，例如 直通车 <noreply@example.gov.cn>。');
  const security = url.protocol === 'smtps:' ? 'tls' : LOOPBACK.test(url.hostname) ? 'plain' : 'starttls';
  return {
    host: url.hostname.replaceAll(/[[\]]/g, ''),
    port: Number(url.port) || (security === 'tls' ? 465 : 587),
    security,
    from,
    auth: readAuth(text, problems),
  };
}

function readAuth(text: (name: string) => string | undefined, problems: string[]): SmtpSettings['auth'] {
  const user = text('ZHITONGCHE_SMTP_USER');
  const password = text('ZHITONGCHE_SMTP_PASSWORD');
  const tokenUrl = text('ZHITONGCHE_SMTP_TOKEN_URL');
  if (tokenUrl !== undefined) {
    const named = ['CLIENT_ID', 'CLIENT_SECRET', 'REFRESH_TOKEN', 'USER'].map(
      (name) => `ZHITONGCHE_SMTP_${name}`,
    );
    const missing = named.filter((name) => text(name) === undefined);
    if (missing.length > 0)
      problems.push(`设了 ZHITONGCHE_SMTP_TOKEN_URL（OAuth2）还须设 ${missing.join('、')}。`);
    if (!URL.canParse(tokenUrl) || !/^https?:$/.test(new URL(tokenUrl).protocol))
      problems.push('ZHITONGCHE_SMTP_TOKEN_URL 应为取得令牌的完整网址。');
    const [clientId = '', clientSecret = '', refreshToken = ''] = named.map((name) => text(name) ?? '');
    return { kind: 'oauth2', user: user ?? '', tokenUrl, clientId, clientSecret, refreshToken };
  }
  if (user === undefined && password === undefined) return { kind: 'none' };
  if (user === undefined || password === undefined)
    problems.push('ZHITONGCHE_SMTP_USER 和 ZHITONGCHE_SMTP_PASSWORD 应同时设置。');
  return { kind: 'password', user: user ?? '', password: password ?? '' };
}
