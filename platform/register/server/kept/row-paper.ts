import { record } from '@zhitongche/audit/server';
import { type Problem, sealAddress } from '@zhitongche/base';
import {
  type App,
  forbidden,
  notFound,
  type OfficeActor,
  ProblemError,
  publicOrigin,
} from '@zhitongche/core/server';
import { signerOf } from '@zhitongche/document/server';
import { filePolicy } from '@zhitongche/file/server';
import { visibleAnswers } from '@zhitongche/form';
import { sealPaper } from '@zhitongche/formats';
import {
  keepsRow,
  type PaperRow,
  rowClearance,
  type RowPaper,
  type RowPaperFacts,
} from '@zhitongche/register';
import { allRows } from './export-kept.ts';
import type { RowsAsked } from './list-rows.ts';
import { type OpenRegister, registerIn, seenRow } from './register-in.ts';
import { rowPhoto } from './row-photo.ts';

/** Which paper of which register: of one row, or of the rows a keeper has before him. */
export interface PaperAsked {
  readonly register: string;
  readonly paper: string;
  readonly row?: string | undefined;
  readonly list: RowsAsked;
}

/** Makes a paper of rows for whoever keeps them, to be printed and signed; who had it made of how many rows is on record. */
export async function rowPaper(app: App, actor: OfficeActor, { register, paper, row, list }: PaperAsked) {
  const opened = await registerIn(app, actor, register);
  const { kind, reach, book, today, now } = opened;
  const made = kind.papers?.find(({ key, of }) => key === paper && of === (row ? 'row' : 'list'));
  if (!made) throw notFound('row.no-paper', '这个台账不出这种单据。', 'This register makes no such paper.');
  if (reach.kept.length === 0)
    throw forbidden(
      'access.denied',
      '您不负责维护这个台账，不能出具单据。',
      'You do not keep this register.',
    );
  const rows = row ? await ofRow(app, actor, opened, row) : await ofList(app, actor, opened, register, list);
  const shown = rows.filter((one) => made.when(one));
  if (shown.length === 0) throw nothingOn(made);
  const office = book.orgName(opened.home);
  const [first] = shown;
  const photo = row && first && made.photo ? await rowPhoto(app, actor, row, made, first) : undefined;
  const facts = { rows: shown, office, by: actor.name, today, ...(photo ? { photo } : {}) };
  const sealed = await sealedBy(app, opened, made, facts);
  const doc = {
    kind: made.key,
    name: `${made.title} ${today}`,
    issuer: office,
    issuedOn: today,
    ...(made.orientation ? { orientation: made.orientation } : {}),
    ...(made.sheet ? { sheet: made.sheet } : {}),
    blocks: made.build(sealed === undefined ? facts : { ...facts, sealed }),
  };
  const laid = await app.papers.make(doc, { docx: false, signer: null, at: now, issuer: office });
  if (!laid.ok) throw unprinted(made, laid.problems);
  await record(app.db.query, actor, now, 'register.paper', `register:${kind.code}`, {
    paper: made.key,
    rows: shown.length,
  });
  return { body: Buffer.from(laid.value.pdf), type: 'application/pdf', name: `${made.title}-${today}.pdf` };
}

/** Text of the signed code of a paper that carries one, by the key the office signs its papers with. */
async function sealedBy(
  app: App,
  { home }: OpenRegister,
  { title, sealed, term }: RowPaper,
  facts: RowPaperFacts,
): Promise<string | undefined> {
  if (!sealed) return undefined;
  const { signer } = await signerOf(app, app.config.office, home, facts.office);
  // Nothing of the paper is kept but that it was made: there is no code to ask the office by.
  const said = { title, number: null, code: null, issuedOn: facts.today };
  const counts = term?.(facts) ?? { from: null, to: null };
  const seal = await sealPaper({ ...said, ...counts, facts: sealed(facts) }, signer);
  return seal && sealAddress(publicOrigin(app.config), seal);
}

async function ofRow(
  app: App,
  actor: OfficeActor,
  opened: OpenRegister,
  id: string,
): Promise<readonly PaperRow[]> {
  const { kind, reach } = opened;
  const { row } = await seenRow(app, actor, opened, id);
  if (!keepsRow(reach, row.org))
    throw forbidden('access.denied', '这一条不由您维护，不能出具单据。', 'You do not keep this row.');
  const answers = visibleAnswers(kind.whole, row.answers, { clearance: rowClearance(reach, row.org) });
  return row.retired ? [] : [{ title: kind.title(answers), stage: row.stage, answers, records: row.records }];
}

async function ofList(
  app: App,
  actor: OfficeActor,
  { book, today }: OpenRegister,
  register: string,
  asked: RowsAsked,
): Promise<readonly PaperRow[]> {
  const most = filePolicy(book.policyRows, today).exportRows;
  const rows = await allRows(app, actor, register, asked, most);
  return rows.map(({ title, stage, answers }) => ({ title, stage, answers, records: [] }));
}

/** What was written before a box had its measure does not fit it now: the row is to be changed. */
const unprinted = ({ title }: RowPaper, problems: readonly Problem[]): ProblemError =>
  new ProblemError(
    422,
    'row.no-paper',
    `《${title}》印不出来：${problems.map(({ message, todo }) => `${message}${todo ?? ''}`).join('；')}`,
    'The paper cannot be printed as the row stands.',
    { problems },
  );

const nothingOn = ({ title, of }: RowPaper): ProblemError =>
  new ProblemError(
    422,
    'row.no-paper',
    of === 'row'
      ? `这一条现在的情况不出《${title}》。`
      : `眼前这些里没有要列入《${title}》的，请调整筛选后再出。`,
    'Nothing here belongs on this paper as it stands.',
  );
