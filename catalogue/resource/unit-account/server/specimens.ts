import { isJsonObject, dayInShanghai, type Json } from '@zhitongche/base';
import type { Specimen, SpecimenBook } from '@zhitongche/core/server';
import type { FileRef } from '@zhitongche/form';
import { rowsAsOf } from '@zhitongche/register/server';
import { textIn } from '../../../shared/lookup-rows.ts';
import { unitAccounts } from '../book.ts';

const filesIn = (value: Json | undefined): readonly FileRef[] =>
  Array.isArray(value) ? value.filter(isFile) : [];
const isFile = (value: Json): value is Json & FileRef =>
  isJsonObject(value) && typeof value.id === 'string' && typeof value.digest === 'string';

/** The seal and the signatures of a unit as they were on file at an instant, each with the day since when. */
export const accountSpecimens: SpecimenBook = async ({ app, office, unit, at }) => {
  const rows = await rowsAsOf(app, office, unitAccounts, unit, at);
  return rows
    .filter(({ row }) => row.stage !== 'closed')
    .flatMap(({ row: { answers }, since }): readonly Specimen[] => {
      const told = (label: string, holder: string, files: readonly FileRef[]): readonly Specimen[] =>
        files.map((file) => ({
          label,
          holder,
          file,
          since: dayInShanghai(since((then) => JSON.stringify(then).includes(file.id))),
        }));
      const { signers } = answers;
      return [
        ...told('公章', textIn(answers.name), filesIn(answers.seal)),
        ...(Array.isArray(signers) ? signers : []).flatMap((one) =>
          isJsonObject(one)
            ? told(
                '签批人签字',
                [textIn(one.name), textIn(one.post)].filter(Boolean).join(' '),
                filesIn(one.specimen),
              )
            : [],
        ),
      ];
    });
};
