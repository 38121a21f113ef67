import { setTimeout as pause } from 'node:timers/promises';
import { blocking, type Problem } from '@zhitongche/base';
import { type App, expectedStep, ProblemError } from '@zhitongche/core/server';

/** Whoever probes waits no longer than this for the database. */
const PATIENCE = 3_000;
/** Many probes in one second are answered from one look. */
const BELIEVED = 1_000;

/** What must hold before a proxy sends people here. */
interface Parts {
  readonly database: boolean;
  readonly schema: boolean;
  readonly office: boolean;
}

const looks = new WeakMap<App, { readonly until: number; readonly parts: Promise<Parts> }>();

/** That the process answers at all; nothing is asked of anybody. */
export const alive = async () => ({ status: 'alive' as const });

/** Whether people may be sent here; throws a 503 that names every part that is not ready, and no more than its name. */
export async function ready(app: App) {
  const parts = await partsOf(app);
  const problems = [
    ...(app.leaving() ? [fault('leaving', '本进程正在停止', 'This process is stopping')] : []),
    ...(app.keys.missing
      ? [fault('master-key', '本进程没有现用的主密钥', 'This process lacks the master key in force')]
      : []),
    ...(parts.database ? [] : [fault('database', '数据库没有应答', 'The database does not answer')]),
    ...(parts.schema
      ? []
      : [fault('schema', '数据库结构尚未升级到本版本', 'The database is not at the step of this version')]),
    ...(parts.office ? [] : [fault('office', '机构设置尚未载入', 'The office is not loaded')]),
  ];
  if (problems.length > 0)
    throw new ProblemError(503, 'system.not-ready', '本进程暂不接收请求。', 'Not ready to serve.', {
      problems,
      retryAfter: 5,
    });
  return { status: 'ready' as const, database: true, schema: true, office: true };
}

function partsOf(app: App): Promise<Parts> {
  const known = looks.get(app);
  if (known && known.until > Date.now()) return known.parts;
  const parts = look(app);
  looks.set(app, { until: Date.now() + BELIEVED, parts });
  return parts;
}

async function look(app: App): Promise<Parts> {
  const step = await Promise.race([
    app.db.query<{ step: number | null }>('select max(number) as step from schema_step').then(
      ([row]) => row?.step ?? 0,
      () => null,
    ),
    pause(PATIENCE, null, { ref: false }),
  ]);
  // Without a database nothing is known of the rest; one fault is told, not three.
  if (step === null) return { database: false, schema: true, office: true };
  const office = await app.offices.get(app.config.office).then(
    () => true,
    () => false,
  );
  // Ahead is well: during an upgrade the newer process has been here first.
  return { database: true, schema: step >= (await expectedStep()), office };
}

const fault = (part: string, message: string, en: string): Problem =>
  blocking(`system.${part}`, [part], message, en);
