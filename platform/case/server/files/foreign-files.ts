import type { FileRef } from '@zhitongche/form';
import type { Json, Problem } from '@zhitongche/base';
import type { Statement, QueryBatch } from '@zhitongche/host';
import { type StoredAs, storedAs } from '@zhitongche/file/server';

// What is about to go, because nobody had sent it for long, counts as gone.
const UPLOADS: Statement = {
  name: 'uploads-of-case',
  text: 'select id, name, type, size, digest, pixels from upload where office = $1 and case_id = $2 and id::text = any($3) and named is distinct from false',
};

interface Named {
  readonly file: FileRef;
  readonly at: Problem['at'];
}

/**
 * The files named in forms (answers, data of an act, a reply from outside) that were not uploaded to this case as they
 * claim to be; empty when all are sound. Without this a made-up reference could point at another unit's file.
 */
export function foreignFiles(
  office: string,
  caseId: string,
  forms: readonly (Readonly<Record<string, unknown>> | undefined)[],
): QueryBatch<readonly Problem[]> {
  const named = forms.flatMap((form) => filesIn(form, []));
  if (named.length === 0) return { questions: [], answer: () => [] };
  const values = [office, caseId, named.map(({ file }) => file.id)];
  return {
    questions: [{ statement: UPLOADS, values }],
    answer: ([rows = []]) => problemsOf(named, new Map((rows as StoredAs[]).map((row) => [row.id, row]))),
  };
}

const problemsOf = (named: readonly Named[], stored: ReadonlyMap<string, StoredAs>): readonly Problem[] =>
  named.flatMap(({ file, at }): readonly Problem[] => {
    const real = stored.get(file.id);
    if (real && storedAs(file, real)) return [];
    return [
      {
        code: 'file.foreign',
        level: 'block',
        at,
        message: '附件没有上传到本办件。',
        en: 'The file was not uploaded to this case.',
        todo: '请删除后重新上传。',
      },
    ];
  });

/** Every reference to an upload in a value, with its place. */
export function filesIn(value: unknown, at: Problem['at']): readonly Named[] {
  if (isFileRef(value)) return [{ file: value, at }];
  if (Array.isArray(value)) return value.flatMap((item: Json, index) => filesIn(item, [...at, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => filesIn(item, [...at, key]));
}

const isFileRef = (value: unknown): value is FileRef =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'digest' in value &&
  typeof value.digest === 'string' &&
  'size' in value;
