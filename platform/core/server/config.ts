import { resolve } from 'node:path';
import type { Typeface } from '@zhitongche/base';
import { type FontConfig, FACE_NAMES } from '@zhitongche/typeset';
import type { ScannerPlace } from './scan/clamd.ts';
import { type PaySettings, readPay } from './pay-settings.ts';
import { readSmtp, type SmtpSettings } from './smtp-settings.ts';

/** Everything the environment decides, read once at start. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Holds the embedded database, files and keys of a one-machine installation. */
  readonly dataDir: string;
  /** Owner connection to an existing PostgreSQL; null = start the embedded one under `dataDir`. */
  readonly databaseUrl: string | null;
  /** Connections of this process's pool. */
  readonly poolSize: number;
  /** The office people sign in to here. */
  readonly office: string;
  /** Origin printed in verification addresses and compared with `Origin`; null = taken from each request. */
  readonly publicUrl: string | null;
  /** Master secret from the environment; null = the key file under `dataDir`. */
  readonly masterKey: string | null;
  /** The one it is to be changed for, from the environment; null = `keys/master-next.key`, if that is there. */
  readonly nextMasterKey: string | null;
  /** Whether this process also runs the jobs. */
  readonly worker: boolean;
  /** Proxies whose `X-Forwarded-*` headers are believed: a list of addresses or networks, empty = none. */
  readonly trustedProxies: readonly string[];
  /** The office's own licensed fonts; null = the faces that arrive with the install. */
  readonly fonts: FontConfig | null;
  /** Whether anybody may read the description of the interface (`/api/docs`, `/api/openapi.json`). */
  readonly describeApi: boolean;
  /** Directory of the built browser files; missing = only the API answers. */
  readonly webDir: string;
  /** Where figures for Prometheus are served, apart from the door people use; null = nowhere. */
  readonly metricsAt: { readonly host: string; readonly port: number } | null;
  /** Where clamd scans what is uploaded; null = nothing is scanned. */
  readonly scanner: ScannerPlace | null;
  /** Milliseconds from which a statement counts as slow. */
  readonly slowMs: number;
  /** Seconds between "not ready any more" and the closing of the door, for a proxy to notice. */
  readonly drainSeconds: number;
  /** Where the audit's seals are told as well: `https://…` or `syslog://host:port`; null = nowhere else. */
  readonly anchorTo: string | null;
  /** The mail server messages are handed to; null = mail is not connected. */
  readonly smtp: SmtpSettings | null;
  /** The payment port people pay at; null = nobody pays online. */
  readonly pay: PaySettings | null;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
}

/** The configuration, or every fault of the environment at once. */
export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

const FACES: readonly Typeface[] = ['fangsong', 'xiaobiaosong', 'hei', 'kai', 'song'];
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** Reads the environment; `home` is the directory relative paths start from. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, home: string): ConfigResult {
  const problems: string[] = [];
  const text = (name: string) => (env[name]?.trim() ? env[name].trim() : undefined);
  const whole = (name: string, fallback: number, min: number, max: number): number => {
    const raw = text(name);
    if (raw === undefined) return fallback;
    const value = /^\d{1,9}$/.test(raw) ? Number(raw) : Number.NaN;
    if (value >= min && value <= max) return value;
    problems.push(`${name} 应为 ${min}～${max} 的整数，现为“${raw}”。`);
    return fallback;
  };
  const url = (name: string, schemes: readonly string[]): string | null => {
    const raw = text(name);
    if (raw === undefined) return null;
    if (schemes.includes(URL.canParse(raw) ? new URL(raw).protocol : '')) return raw;
    problems.push(`${name} 应以 ${schemes.map((s) => `${s}//`).join(' 或 ')} 开头的完整地址。`);
    return null;
  };
  const address = (name: string): Config['metricsAt'] => {
    const raw = text(name);
    if (raw === undefined) return null;
    const [, host = '127.0.0.1', port = ''] =
      /^(?:(\[[0-9a-fA-F:]+\]|[A-Za-z0-9.-]+):)?(\d{1,5})$/.exec(raw) ?? [];
    if (port !== '' && Number(port) <= 65_535)
      return { host: host.replaceAll(/[[\]]/g, ''), port: Number(port) };
    problems.push(`${name} 应为“地址:端口”，例如 127.0.0.1:9464，现为“${raw}”。`);
    return null;
  };
  const fonts = (): FontConfig | null => {
    const directory = text('ZHITONGCHE_FONTS');
    const wanted = (text('ZHITONGCHE_FACES') ?? '').split(/[,，;；]/).filter((entry) => entry.trim() !== '');
    if (directory === undefined && wanted.length === 0) return null;
    const families: Partial<Record<Typeface, string>> = {};
    for (const entry of wanted) {
      const [name, family] = entry.split('=').map((part) => part.trim());
      const face = FACES.find((one) => FACE_NAMES[one] === name);
      if (face && family) families[face] = family;
      else
        problems.push(
          `ZHITONGCHE_FACES 应写作“仿宋=字体名,小标宋=字体名”，可用 ${Object.values(FACE_NAMES).join('、')}，现为“${entry}”。`,
        );
    }
    if (directory === undefined || wanted.length === 0)
      problems.push('ZHITONGCHE_FONTS（字体目录）和 ZHITONGCHE_FACES（各字体对应的字体名）应同时设置。');
    return { directory: resolve(home, directory ?? '.'), families };
  };
  const level = LEVELS.find((l) => l === (text('LOG_LEVEL') ?? 'info'));
  if (!level) problems.push(`LOG_LEVEL 应为 ${LEVELS.join('、')} 之一。`);
  const office = text('ZHITONGCHE_OFFICE') ?? 'demo';
  if (!/^[a-z][a-z0-9-]{1,30}$/.test(office)) problems.push('ZHITONGCHE_OFFICE 应为小写字母、数字和连字符。');
  const secret = (name: string): string | null => {
    const raw = text(name) ?? null;
    if (raw !== null && !/^[0-9a-f]{64}$/i.test(raw))
      problems.push(`${name} 应为 64 位十六进制（32 字节）。`);
    return raw?.toLowerCase() ?? null;
  };
  const yes = (name: string, fallback: 'yes' | 'no'): boolean => {
    const raw = text(name) ?? fallback;
    if (!['yes', 'no'].includes(raw)) problems.push(`${name} 应为 yes 或 no。`);
    return raw === 'yes';
  };

  const config: Config = {
    host: text('HOST') ?? '127.0.0.1',
    port: whole('PORT', 3000, 0, 65535),
    dataDir: resolve(home, text('ZHITONGCHE_DATA') ?? '.data'),
    databaseUrl: url('DATABASE_URL', ['postgres:', 'postgresql:']),
    poolSize: whole('ZHITONGCHE_POOL', 10, 2, 200),
    office,
    publicUrl: url('ZHITONGCHE_URL', ['http:', 'https:'])?.replace(/\/+$/, '') ?? null,
    masterKey: secret('ZHITONGCHE_KEY'),
    nextMasterKey: secret('ZHITONGCHE_KEY_NEXT'),
    worker: yes('ZHITONGCHE_WORKER', 'yes'),
    trustedProxies: (text('ZHITONGCHE_PROXIES') ?? '')
      .split(',')
      .flatMap((p) => (p.trim() ? [p.trim()] : [])),
    fonts: fonts(),
    describeApi: yes('ZHITONGCHE_API_DOCS', 'no'),
    webDir: resolve(home, text('ZHITONGCHE_WEB') ?? 'apps/web/dist'),
    metricsAt: address('ZHITONGCHE_METRICS'),
    scanner: text('ZHITONGCHE_SCANNER')?.startsWith('/')
      ? { path: text('ZHITONGCHE_SCANNER') ?? '' }
      : address('ZHITONGCHE_SCANNER'),
    slowMs: whole('ZHITONGCHE_SLOW_MS', 500, 1, 60_000),
    drainSeconds: whole('ZHITONGCHE_DRAIN', 0, 0, 300),
    anchorTo: url('ZHITONGCHE_ANCHOR', ['https:', 'http:', 'syslog:']),
    smtp: readSmtp(text, problems),
    pay: readPay(text, problems),
    logLevel: level ?? 'info',
  };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config };
}

/** Origin that printed addresses begin with: the configured one, else where this process listens. */
export const publicOrigin = (config: Pick<Config, 'publicUrl' | 'host' | 'port'>): string =>
  config.publicUrl ?? `http://${config.host}:${config.port}`;
