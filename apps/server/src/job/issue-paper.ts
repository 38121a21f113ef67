import {
  decideIssued,
  decideIssueFailed,
  type Letterhead,
  addressed,
  type NamedPaper,
  paperEditions,
  type PaperFacts,
  paperNamed,
  stands,
  respell,
  spellingOf,
  SYSTEM_DOER,
  undrawnIn,
} from '@zhitongche/case';
import { type PaperDoc, type Problem, sealAddress, sealName } from '@zhitongche/base';
import {
  makeSm2Record,
  newVerificationKeys,
  type PaperSigner,
  sealPaper,
  type Sm2Record,
  sm3Hex,
} from '@zhitongche/formats';
import { type App, publicOrigin } from '@zhitongche/core/server';
import { type Query, connectionLost, describe } from '@zhitongche/host';
import {
  recordSeal,
  recordWhole,
  type WholeEdition,
  endPapers,
  recordPaper,
  signerOf,
} from '@zhitongche/document/server';
import { commit, openAnyCase, type OpenedCase, settingOf } from '@zhitongche/case/server';
import { type Job, type JobHandler, TryAgain } from './outbox.ts';

/** Tries for faults that may pass by themselves, such as a signature device that does not answer. */
const TRIES = 3;
const SYSTEM = { ...SYSTEM_DOER, grants: [], standsInFor: [] };

/** The paper asked for, and the name the case knows it by. */
interface Wanted extends NamedPaper {
  readonly name: string;
}

/** Why a paper could not be made. */
interface Unmade {
  readonly problems: readonly Problem[];
  /** Characters of it no font has. */
  readonly undrawn?: readonly string[];
}

/** A paper ready to be put on record. */
interface Finished {
  readonly pdf: string;
  readonly docx: string | null;
  readonly code: string;
  readonly token: string;
  readonly number: string | null;
  readonly signer: string;
  readonly record: Sm2Record | Record<string, never>;
  /** The edition with nothing masked, when the paper says what the form masks. */
  readonly whole: WholeEdition | null;
  readonly facts: readonly { readonly label: string; readonly en: string; readonly value: string }[];
  readonly term: { readonly from?: string; readonly to?: string };
  /** How the list of ended papers names the seal in its code; null = it carries none. */
  readonly seal: string | null;
  readonly letterhead: Letterhead;
}

/**
 * Makes one paper: facts, layout, signature, files by digest; then the `issued` event, the paper's row and the end of
 * the job in one commit. What cannot be made becomes an `issue-failed` event with its reason: the case shows it.
 */
export const issuePaper: JobHandler = async (app, job, query) => {
  const name = typeof job.payload.paper === 'string' ? job.payload.paper : '';
  const opened = await openAnyCase(app, job.office, job.case_id ?? '', { person: job.id, key: '' });
  const named = opened && paperNamed(opened.service, name);
  const entry = opened?.state.papers.findLast((paper) => paper.paper === name);
  // Asked for twice, made by an earlier run, or its matter ended meanwhile: nothing left to do.
  if (!opened || !named || !entry || entry.status !== 'asked' || !stands(entry)) return;
  const paper: Wanted = { ...named, name };
  const finished = await attempt(app, job, opened, paper);
  if ('problems' in finished) await failed(app, job, opened, paper, finished, query);
  else await issued(app, job, opened, paper, finished, query);
};

async function attempt(app: App, job: Job, opened: OpenedCase, paper: Wanted): Promise<Finished | Unmade> {
  try {
    return await make(app, job, opened, paper);
  } catch (error) {
    if (job.attempts + 1 < TRIES || connectionLost(error)) throw error;
    app.log.error({ paper: paper.def.key, case: opened.loaded.id, error: describe(error) }, 'paper failed');
    return {
      problems: [
        {
          code: 'issue.fault',
          level: 'block',
          at: [],
          message: `制作时系统出错，已连续尝试 ${TRIES} 次，请联系系统管理员检查签名和存储后重试`,
          en: 'Making the paper failed repeatedly',
        },
      ],
    };
  }
}

async function make(app: App, job: Job, opened: OpenedCase, paper: Wanted): Promise<Finished | Unmade> {
  const { def } = paper;
  const { loaded, state, policy, today, now } = opened;
  const org = issuerOf(opened, paper.name);
  const letterhead = opened.book.letterhead(org);
  const numbers = await numbersOf(app, opened, job.office);
  const number = numbers.get(paper.name) ?? null;
  if (def.series && number === null) throw new Error(`No number was drawn for ${def.key}`);
  const { code, token } = newVerificationKeys();
  const unsealed: PaperFacts = addressed(
    {
      caseId: loaded.id,
      caseNumber: loaded.number ?? '',
      state: withNumbers(state, numbers),
      date: today,
      letterhead,
      verify: { url: `${publicOrigin(app.config)}/verify/${token}`, code },
      policy,
      ...(number === null ? {} : { number }),
    },
    paper,
  );
  const named = def.signed ? await signerOf(app, job.office, org, letterhead.name) : null;
  const spelling = spellingOf(state);
  const seal = named && (await sealed(opened, def, unsealed, named.signer));
  const facts: PaperFacts = seal
    ? { ...unsealed, verify: { ...unsealed.verify, sealed: sealAddress(publicOrigin(app.config), seal) } }
    : unsealed;
  const statement = { number: number ?? '', code, office: letterhead.name, signedAt: now.toISOString() };
  const printed = async (asBuilt: PaperDoc) => {
    const doc = await withCarried(app, respell(asBuilt, spelling));
    const made = await app.papers.make(doc, {
      docx: def.docx,
      signer: named?.signer ?? null,
      at: now,
      issuer: letterhead.name,
    });
    if (!made.ok) return { ...made, undrawn: undrawnIn(doc, app.glyphs.draws) };
    const pdf = await app.blobs.put(made.value.pdf);
    const docx = made.value.docx ? await app.blobs.put(made.value.docx) : null;
    if (pdf.digest !== sm3Hex(made.value.pdf)) throw new Error('The file store gave back another digest');
    const record: Finished['record'] = def.signed
      ? makeSm2Record(made.value.pdf, statement, app.keys.audit)
      : {};
    return { ok: true as const, value: { pdf: pdf.digest, docx: docx?.digest ?? null, record } };
  };
  const editions = paperEditions(opened.service, def, facts);
  const made = await printed(editions.open);
  if (!made.ok) return made;
  const whole = editions.whole ? await printed(editions.whole.doc) : null;
  if (whole && !whole.ok) return whole;
  return {
    ...made.value,
    whole: whole && editions.whole ? { ...whole.value, clearance: editions.whole.clearance } : null,
    code,
    token,
    number,
    signer: named?.name ?? '',
    facts: respell(def.publicFacts(editions.facts), spelling),
    term: def.term?.(facts) ?? {},
    seal: seal ? await sealName(seal) : null,
    letterhead,
  };
}

/** A paper with the bytes of the files it carries; one that is gone is told when it is laid out. */
async function withCarried(app: App, doc: PaperDoc): Promise<PaperDoc> {
  if (!doc.carries) return doc;
  const carries = await Promise.all(
    doc.carries.map(async (file) => {
      const data = await app.blobs.read(file.digest);
      return data ? { ...file, data } : file;
    }),
  );
  return { ...doc, carries };
}

/** The signed facts of a paper that carries them: what every reader of the case may know, as it is written on the paper. */
async function sealed(
  { service, state }: OpenedCase,
  def: Wanted['def'],
  facts: PaperFacts,
  signer: PaperSigner,
): Promise<Uint8Array | undefined> {
  if (!def.sealed) return undefined;
  const open = paperEditions(service, def, facts).facts;
  const { from = null, to = null } = def.term?.(open) ?? {};
  return await sealPaper(
    {
      title: def.title,
      number: facts.number ?? null,
      code: facts.verify.code,
      issuedOn: facts.date,
      from,
      to,
      facts: respell(def.sealed(open), spellingOf(state)),
    },
    signer,
  );
}

/**
 * The numbers drawn when papers of the case were asked for, in the words of their series, by name. A paper cites those
 * asked for with it by number, whichever is made first.
 */
async function numbersOf(app: App, opened: OpenedCase, office: string): Promise<ReadonlyMap<string, string>> {
  const drawn = await app.db.query<{ paper: string; year: number; seq: number }>(
    `select distinct on (paper) paper, year, seq from number_drawn where office = $1 and case_id = $2
     order by paper, event_seq desc`,
    [office, opened.loaded.id],
  );
  return new Map(
    drawn.flatMap(({ paper, year, seq }) => {
      const series = paperNamed(opened.service, paper)?.def.series;
      if (!series) return [];
      const { mark } = opened.book.letterhead(issuerOf(opened, paper));
      const number = series.pattern
        .replaceAll('{mark}', mark)
        .replaceAll('{year}', String(year))
        .replaceAll('{seq}', String(seq));
      return [[paper, number]];
    }),
  );
}

/** The organisation whose letterhead and signature a paper carries. */
function issuerOf({ service, state, book }: OpenedCase, name: string): string {
  const issuer = paperNamed(service, name)?.def.issuer;
  const at = typeof issuer === 'function' ? issuer(state) : issuer;
  return (at === 'city' ? state.orgs?.city : undefined) ?? book.root.id;
}

/** The case with the numbers its papers will carry, those still to be made too. */
const withNumbers = (state: OpenedCase['state'], numbers: ReadonlyMap<string, string>) => ({
  ...state,
  papers: state.papers.map((entry) => {
    const number = stands(entry) && entry.status !== 'issued' ? numbers.get(entry.paper) : undefined;
    return number === undefined ? entry : { ...entry, number };
  }),
});

async function issued(
  app: App,
  job: Job,
  opened: OpenedCase,
  { def, name }: Wanted,
  made: Finished,
  query: Query,
): Promise<void> {
  const file = {
    pdf: made.pdf,
    ...(made.docx ? { docx: made.docx } : {}),
    ...(made.whole ? { whole: made.whole.pdf } : {}),
  };
  const event = {
    paper: name,
    digest: made.pdf,
    file,
    code: made.code,
    ...(made.number ? { number: made.number } : {}),
  };
  const decision = decideIssued(opened.service, opened.state, event, settingOf(opened, SYSTEM));
  if (!decision.ok) throw new Error(`issued was refused: ${decision.problems.map((p) => p.code).join()}`);
  const { office } = job;
  const caseId = opened.loaded.id;
  const written = await commit(app, office, opened, decision.value, {
    action: 'paper.issued',
    source: '',
    query,
  });
  if (!written) throw new TryAgain();
  await endPapers(app.keys, query, { office, caseId, paper: name }, 'replaced');
  await recordPaper(
    app.keys,
    query,
    {
      office,
      case_id: caseId,
      paper: name,
      title: def.title,
      number: made.number,
      issuer: made.letterhead.name,
      issued_on: opened.today,
      code: made.code,
      token: made.token,
      pdf_digest: made.pdf,
      docx_digest: made.docx,
      facts: made.facts,
      signer: made.signer,
      record: made.record,
    },
    opened.now,
  );
  const { from = null, to = null } = made.term;
  await recordSeal(
    app.keys,
    query,
    { office, caseId, paper: name },
    { valid_from: from, valid_to: to, seal: made.seal },
  );
  if (made.whole) await recordWhole(app.keys, query, { office, caseId, paper: name }, made.whole);
}

async function failed(
  app: App,
  job: Job,
  opened: OpenedCase,
  { name }: Wanted,
  { problems, undrawn = [] }: Unmade,
  query: Query,
): Promise<void> {
  const problem = problems
    .map((p) => (p.todo ? `${p.message}（${p.todo}）` : p.message))
    .join('；')
    .slice(0, 1000);
  const decision = decideIssueFailed(
    opened.service,
    opened.state,
    { paper: name, problem, ...(undrawn.length > 0 ? { undrawn } : {}) },
    settingOf(opened, SYSTEM),
  );
  if (!decision.ok)
    throw new Error(`issue-failed was refused: ${decision.problems.map((p) => p.code).join()}`);
  const written = await commit(app, job.office, opened, decision.value, {
    action: 'paper.failed',
    source: '',
    query,
  });
  if (!written) throw new TryAgain();
}
