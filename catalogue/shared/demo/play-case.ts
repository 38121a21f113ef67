import { addDays, dayInShanghai } from '@zhitongche/base';
import { act, createCase } from '@zhitongche/case/server';
import { type App, type DemoStage, type OfficeActor, ProblemError } from '@zhitongche/core/server';
import type { Answers, FileRef } from '@zhitongche/form';
import { newId } from '@zhitongche/host';
import type { CommandShape } from '@zhitongche/contract';

/** A file as answers keep it. */
export type Handed = FileRef & { readonly [key: string]: string | number };

/** Hands a file in for the case that is begun; a picture unless its name says PDF. */
export type Hands = (name: string, bytes: Uint8Array) => Promise<Handed>;

/** A case of the demo office that needs files of its own: who files what, and who takes it how far, an hour for each act. */
export interface PlayedCase {
  /** Begins the keys of its acts. */
  readonly key: string;
  readonly service: string;
  /** User name of whoever files. */
  readonly filer: string;
  readonly daysAgo: number;
  /** Minute of the hour it begins at. */
  readonly minute: number;
  answers(hands: Hands, who: (username: string) => OfficeActor): Promise<Answers>;
  /** User name and command of each act after the filing, and how many days after the one before. */
  readonly acts: readonly (readonly [by: string, command: CommandShape, days?: number])[];
}

const HOUR = 3_600_000;

/** Plays it through the use cases people use; one that is begun already stays as it is. */
export async function playCase(
  { app: real, actors, now, drain }: DemoStage,
  { key, service, filer: files, daysAgo, minute, answers, acts }: PlayedCase,
): Promise<void> {
  const day = addDays(dayInShanghai(now.toISOString()), -daysAgo);
  let clock = new Date(`${day}T01:${String(minute).padStart(2, '0')}:00Z`);
  const app: App = { ...real, clock: () => clock };
  const who = (username: string): OfficeActor => {
    const actor = actors.get(username);
    if (!actor) throw new Error(`nobody is called ${username}`);
    return actor;
  };
  const filer = who(files);
  const { id } = await createCase(app, filer, { key: `${key}-0`, service });
  const revision = async (): Promise<number> => {
    const [row] = await app.db.query<{ revision: number }>(
      'select revision from case_file where office = $1 and id = $2',
      [filer.office, id],
    );
    return row?.revision ?? 0;
  };
  if ((await revision()) > 0) return;
  const said = await answers((name, bytes) => upload(app, filer, id, name, bytes), who);
  const checks = (await app.services.latest(service))?.checks ?? [];
  const explanations = Object.fromEntries(checks.map(({ code }) => [code, '已核实，情况说明见所附材料。']));
  const submit = [files, { act: 'submit', answers: said, explanations }] as const;
  for (const [step, [by, command, days = 0]] of [submit, ...acts].entries()) {
    const at = new Date(clock.getTime() + HOUR + days * 24 * HOUR);
    clock = at > now ? now : at;
    const request = { caseId: id, revision: await revision(), key: `${key}-${step + 1}`, command };
    await act(app, who(by), request).catch((cause: unknown) => {
      const told = cause instanceof ProblemError ? JSON.stringify(cause.more.problems ?? cause.zh) : '';
      throw new Error(`演示办件 ${key} 第 ${step + 1} 步：${told}`, { cause });
    });
    await drain(app, filer.office, id);
  }
}

async function upload(
  app: App,
  actor: OfficeActor,
  caseId: string,
  name: string,
  bytes: Uint8Array,
): Promise<Handed> {
  const stored = await app.blobs.put(bytes);
  const type = name.endsWith('.pdf') ? 'application/pdf' : 'image/png';
  const file = { id: newId(app.clock().getTime()), name, type, ...stored };
  await app.db.query(
    `insert into upload (office, id, case_id, name, type, size, digest, by_person, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [actor.office, file.id, caseId, name, file.type, file.size, file.digest, actor.id, app.clock()],
  );
  return file;
}
