import { buffer } from 'node:stream/consumers';
import { blocking } from '@zhitongche/base';
import { type App, notFound, type OfficeActor, ProblemError } from '@zhitongche/core/server';
import { demandOpenable, notAsSent, type StoredAs, storedAs } from '@zhitongche/file/server';
import type { PaperRow, RowPaper } from '@zhitongche/register';
import { filesOf } from './kept-files.ts';

/**
 * The photograph a paper of a row prints, read apart with limits and stripped to its picture.
 * @throws ProblemError: `row.no-paper` with what is wrong with it; what keeps a file from being opened.
 */
export async function rowPhoto(
  app: App,
  actor: OfficeActor,
  id: string,
  { title, photo: key = '' }: Pick<RowPaper, 'title' | 'photo'>,
  { answers }: Pick<PaperRow, 'answers'>,
): Promise<Uint8Array> {
  const [named] = filesOf(answers[key]);
  if (!named) throw noPhoto(title, key);
  const [stored] = await app.db.query<StoredAs>(
    'select id, name, type, size, digest, pixels from kept_upload where office = $1 and row_id = $2 and id = $3',
    [actor.office, id, named.id],
  );
  if (!stored || !storedAs(named, stored)) throw notAsSent();
  await demandOpenable(app, actor.office, stored.digest);
  const body = await app.blobs.get(stored.digest);
  if (!body) throw notFound('file.not-found', '没有这个附件。', 'No such file.');
  const bytes = () => (body instanceof Uint8Array ? Promise.resolve(body) : buffer(body));
  const seen = await app.reader.read('photo', { bytes }, {}, actor.id);
  if (!seen.ok) throw unprintable(title, seen.problems);
  return seen.value.bytes;
}

const noPhoto = (title: string, key: string): ProblemError => {
  const message = `没有照片，印不出《${title}》。`;
  const todo = '请更正这一条，在“照片”一栏上传后再印';
  return unprintable(title, [blocking('row.no-photo', [key], message, 'There is no photograph', { todo })]);
};

const unprintable = (title: string, problems: ProblemError['more']['problems'] = []): ProblemError =>
  new ProblemError(
    422,
    'row.no-paper',
    `《${title}》印不出来：${problems.map(({ message, todo }) => `${message}${todo ?? ''}`).join('；')}`,
    'The paper cannot be printed with this photograph.',
    { problems },
  );
