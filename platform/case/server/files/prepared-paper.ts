import { canonicalJson, caseOrgsOf, factsIn, type PreparedFacts, type PreparedPaper } from '@zhitongche/case';
import { readForm } from '@zhitongche/form';
import { type Block, type PaperDoc, shortCodeOf, versionMark } from '@zhitongche/base';
import { record } from '@zhitongche/audit/server';
import {
  type App,
  caseKeys,
  type FileReply,
  notFound,
  type OfficeActor,
  openAnswers,
  sealJson,
  unsound,
} from '@zhitongche/core/server';
import { sm3Hex } from '@zhitongche/formats';
import { runBatch } from '@zhitongche/host';
import { lookupsOf } from '../case/facts.ts';
import { casePlace } from '../case/sealed.ts';
import { editable } from '../usecase/draft.ts';
import { lookupScope, type OpenedPage, openPage, settingOf } from '../usecase/open-case.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Which paper is drawn, for which row of its table, in which form. */
export interface Preparing {
  readonly caseId: string;
  readonly paper: string;
  readonly row: number | undefined;
  readonly format: 'pdf' | 'docx';
}

/**
 * Draws a prepared paper (代拟稿) from the draft as it was saved, for whoever files it; what this version says is kept, so
 * that what comes back sealed is held against it. The same answers give the same version.
 */
export async function preparePaper(app: App, actor: OfficeActor, wish: Preparing): Promise<FileReply> {
  const opened = await openPage(app, actor, wish.caseId);
  editable(actor, opened);
  const paper = opened.service.prepared?.[wish.paper];
  const facts = paper && (await shownNow(app, actor, opened, paper, wish.row));
  if (!facts) throw notFound('paper.not-found', '没有这份代拟稿。', 'There is no such prepared paper.');
  const code = shortCodeOf(sm3Hex(canonicalJson({ case: wish.caseId, paper: wish.paper, ...facts })));
  const doc = docOf(opened, paper, facts, code);
  const now = app.clock();
  const made = await app.papers.make(doc, {
    docx: wish.format === 'docx',
    signer: null,
    at: now,
    issuer: doc.issuer,
  });
  if (!made.ok) throw unsound(made.problems, made.problems[0]?.code, made.problems[0]?.message);
  await app.db.query(
    `insert into prepared_paper (office, case_id, code, paper, shown, drawn_by, drawn_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [
      actor.office,
      wish.caseId,
      code,
      wish.paper,
      sealJson({ ...facts }, caseKeys(app.keys, opened.loaded.salt), casePlace(actor.office, wish.caseId)),
      actor.id,
      now,
    ],
  );
  await record(app.db.query, actor, now, 'paper.prepare', `case:${wish.caseId}`, {
    paper: wish.paper,
    format: wish.format,
    code,
  });
  const name = `${paper.title} ${code}.${wish.format}`;
  return wish.format === 'docx' && made.value.docx
    ? { body: made.value.docx, type: DOCX, name }
    : { body: made.value.pdf, type: 'application/pdf', name };
}

/** What the paper shows of the draft, read and computed as it will be when it is handed in. */
async function shownNow(
  app: App,
  actor: OfficeActor,
  opened: OpenedPage,
  paper: PreparedPaper,
  row: number | undefined,
): Promise<PreparedFacts | undefined> {
  const { service, loaded, state, book } = opened;
  const place = casePlace(actor.office, loaded.id);
  const answers = loaded.draft
    ? openAnswers(loaded.draft.answers, caseKeys(app.keys, loaded.salt), place)
    : state.answers;
  const scope = lookupScope(opened, actor.id);
  const lookups = paper.figures
    ? await runBatch(app.db, lookupsOf(service, { answers }, scope, book, app))
    : {};
  const setting = settingOf(opened, actor, lookups);
  const context = state.round === 0 ? setting : { ...setting, state };
  const { sound } = readForm(service.form, answers, context);
  return factsIn(paper, sound, paper.figures ? service.derive(sound, context) : null, row);
}

function docOf(
  { book, loaded, today }: OpenedPage,
  paper: PreparedPaper,
  facts: PreparedFacts,
  code: string,
): PaperDoc {
  const city = caseOrgsOf(book.tree, loaded.unit, book.orgs)?.city;
  return {
    kind: 'prepared',
    // The file is known by its name as the sheet is by its code.
    name: `${paper.title} ${versionMark(code)}`,
    issuer: book.orgName(loaded.unit),
    issuedOn: today,
    blocks: versioned(paper.write(facts, { authority: book.letterhead(city ?? book.root.id).name }), code),
  };
}

/** The code stands on the sheet that is sealed: before the attachments, at the end where there are none. */
const versioned = (blocks: readonly Block[], code: string): readonly Block[] => {
  const first = blocks.findIndex(({ kind }) => kind === 'attachment');
  const end = first < 0 ? blocks.length : first;
  return [...blocks.slice(0, end), { kind: 'version', code }, ...blocks.slice(end)];
};
