import type { CaseEvent } from '@zhitongche/case';
import { casePlace, filesIn, openEvent } from '@zhitongche/case/server';
import { type App, caseKeys, SealBroken } from '@zhitongche/core/server';
import type { FileRef } from '@zhitongche/form';

const BATCH = 100;
const NAMED = 20;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** A case with what its acts said and the files that lie with it, as of one moment. */
interface Filed {
  readonly id: string;
  readonly number: string | null;
  readonly salt: string | null;
  readonly bodies: readonly CaseEvent[];
  readonly uploads: readonly FileRef[];
}

/** Every attachment an act named must still be the file that was sent with it; one sentence for each that is not. */
export async function verifyAttached(app: App, office: string): Promise<readonly string[]> {
  const broken: string[] = [];
  for (let after = FIRST; broken.length < NAMED; ) {
    // One statement sees one moment: a file that an act brings meanwhile is in both or in neither.
    const cases = await app.db.query<Filed>(
      `select f.id, f.number, f.salt,
         (select coalesce(json_agg(e.body order by e.seq), '[]') from case_event e
          where e.office = f.office and e.case_id = f.id) as bodies,
         (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'type', u.type, 'size', u.size, 'digest', u.digest)), '[]')
          from upload u where u.office = f.office and u.case_id = f.id) as uploads
       from case_file f where f.office = $1 and f.id > $2 order by f.id limit ${BATCH}`,
      [office, after],
    );
    for (const one of cases) broken.push(...faultsOf(app, office, one));
    const last = cases.at(-1);
    if (!last || cases.length < BATCH) break;
    after = last.id;
  }
  return broken;
}

function faultsOf(app: App, office: string, { id, number, salt, bodies, uploads }: Filed): readonly string[] {
  const name = `办件 ${number ?? id}`;
  const erased = bodies.some((body) => body.type === 'erased' && body.parts.includes('files'));
  const there = new Map(uploads.map((upload) => [upload.id, upload]));
  const keys = caseKeys(app.keys, salt);
  try {
    return bodies
      .flatMap((body) => filesIn(openEvent(body, keys, casePlace(office, id)), []))
      .flatMap(({ file }) => {
        const upload = there.get(file.id);
        if (!upload) return erased ? [] : [`${name}的附件“${file.name}”已不在办件里`];
        const same = upload.digest === file.digest && upload.size === file.size && upload.type === file.type;
        return same ? [] : [`${name}的附件“${file.name}”不是提交时的那一份`];
      });
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    return [`${name}有密封的内容无法打开：${error.message}`];
  }
}
