import { isJsonObject, type Json } from '@zhitongche/base';
import type { Specimen, SpecimenBook } from '@zhitongche/core/server';
import type { Answers, FileRef } from '@zhitongche/form';
import { nearKeys, openPart } from '@zhitongche/register/server';
import { textIn } from '../../../shared/lookup-rows.ts';
import { documentsOf } from '../form.ts';
import { sealSpecimens } from '../index.ts';
import { namesOf } from '../names.ts';
import { SPECIMEN_KINDS } from '../specimen.ts';

const isFile = (value: Json): value is Json & FileRef =>
  isJsonObject(value) && typeof value.id === 'string' && typeof value.digest === 'string';

const kindOf = (answers: Answers): string =>
  SPECIMEN_KINDS[textIn(answers['kind']) as keyof typeof SPECIMEN_KINDS] ?? '样本';

/** The seal and the signature each paper of the case shows, as its issuer filed them, in force on the day it was issued. */
export const sealsOnFile: SpecimenBook = async ({ app, office, service, state }) => {
  if (service !== 'apostille') return [];
  const papers = documentsOf(state).map(
    ({ told: { issuer = '', seal = '', signer = '', issuedOn = '' } }) => ({
      issuedOn,
      keys: [seal, ...namesOf(signer)].flatMap((name) => nearKeys(sealSpecimens, { issuer, name }, app.keys)),
    }),
  );
  const rows = await app.db.query<{ near_key: string; answers: Answers }>(
    `select near_key, state->'answers' as answers from kept_row
     where office = $1 and register = $2 and near_key = any($3::text[]) and retired_at is null order by title, id`,
    [office, sealSpecimens.code, papers.flatMap(({ keys }) => keys)],
  );
  const inForce = rows.flatMap(({ near_key: named, answers }): readonly Answers[] => {
    const open: Answers = openPart(answers);
    const [from, until] = [textIn(open['from']), textIn(open['until'])];
    const fits = papers.some(
      ({ keys, issuedOn }) => keys.includes(named) && from <= issuedOn && (until === '' || until >= issuedOn),
    );
    return fits ? [open] : [];
  });
  return inForce.flatMap((answers): readonly Specimen[] => {
    const { picture, issuer, name, from } = answers;
    return (Array.isArray(picture) ? picture.filter(isFile) : []).map((file) => ({
      label: kindOf(answers),
      holder: `${textIn(issuer)} ${textIn(name)}`,
      since: textIn(from),
      file,
    }));
  });
};
