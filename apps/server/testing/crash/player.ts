import { setTimeout as pause } from 'node:timers/promises';
import type { CommandShape, EndpointName } from '@zhitongche/contract';
import type { Answers, FileRef } from '@zhitongche/form';
import { dayInShanghai, type Json } from '@zhitongche/base';
import { outboundTrip } from '../../../../catalogue/outbound/trip/index.ts';
import { ownDelegation } from '@zhitongche/catalogue/outbound/trip/samples.ts';
import { newId } from '@zhitongche/host';
import type { Answered, Asked, Caller } from '../nodes/caller.ts';
import type { Deed, Ledger } from './ledger.ts';

/** How long one request may be repeated before the server counts as lost. */
const PATIENCE = 120_000;
const EXPLAINED = Object.fromEntries(
  outboundTrip.checks.map((check) => [check.code, '已核实，情况说明见所附材料。']),
);

/** Who plays, what they attach and where they write down what they were told. */
export interface Cast {
  readonly unit: string;
  readonly callers: ReadonlyMap<string, Caller>;
  readonly page: Uint8Array;
  readonly ledger: Ledger;
}

/** The acts of one trip from filing to the last approval, one request per step; a `yield` is where a player may be held. */
export async function* playTrip(cast: Cast): AsyncGenerator<void, void> {
  const { unit, ledger } = cast;
  const filer = `${unit}-filer`;
  yield;
  const created = await ask(cast, filer, 'createCase', { body: { service: outboundTrip.code } });
  const caseId = text(created.json, 'id');
  ledger.deeds.push({ username: filer, caseId, action: 'case.create' });
  yield;
  const page = { name: '附件.pdf', bytes: cast.page };
  const uploaded = await ask(cast, filer, 'uploadFile', { params: { case: caseId }, file: page });
  if (!isFile(uploaded.json)) throw new Error('The upload was not answered with a file');
  const file = uploaded.json;
  ledger.files.push({ id: file.id, digest: file.digest });
  const today = dayInShanghai(new Date().toISOString());
  const answers = withFile(ownDelegation({ today }), file);
  const road: readonly (readonly [string, CommandShape])[] = [
    [filer, { act: 'submit', answers, explanations: EXPLAINED }],
    [`${unit}-affairs`, { act: 'agree', opinion: '任务合规，同意。' }],
    [`${unit}-finance`, { act: 'agree', opinion: '经费在预算之内，同意。' }],
    [`${unit}-personnel`, { act: 'agree', opinion: '人员符合条件，同意。' }],
    [`${unit}-signer`, { act: 'agree', opinion: '同意申报。' }],
    [
      `${unit}-personnel`,
      {
        act: 'filed',
        data: { authority: '试验省委组织部', number: '试组备1号', date: today, scan: [{ ...file }] },
      },
    ],
    ['window', { act: 'accept' }],
    ['handler', { act: 'agree', opinion: '材料齐全，拟同意。' }],
    ['head', { act: 'agree', opinion: '同意。' }],
    ['deputy', { act: 'agree', opinion: '同意。' }],
  ];
  for (const [username, command] of road) {
    yield;
    await take(cast, username, caseId, command);
    ledger.deeds.push({ username, caseId, action: `case.${command.act}` as Deed['action'] });
  }
  ledger.approved.push(caseId);
}

/** Takes one act; a case that a job moved meanwhile is read again, for that refusal says nothing was done. */
async function take(cast: Cast, username: string, caseId: string, command: CommandShape): Promise<void> {
  for (;;) {
    const params = { case: caseId };
    const seen = await ask(cast, username, 'case', { params });
    const body = { revision: revisionOf(seen.json), command };
    const done = await ask(cast, username, 'act', { params, body }, [409]);
    if (done.status === 200) return;
    if (text(done.json, 'code') !== 'case.stale-revision') throw surprise(cast, 'act', done);
  }
}

/** Sends a request until an answer says what became of it: the same key every time, so that it is done once. */
async function ask(
  cast: Cast,
  username: string,
  name: EndpointName,
  asked: Asked,
  alsoFine: readonly number[] = [],
): Promise<Answered> {
  const caller = cast.callers.get(username);
  if (!caller) throw new Error(`Nobody signed in as ${username}`);
  const key = newId();
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    const answer = await caller.call(name, { ...asked, key }).catch(() => null);
    if (answer && (answer.status < 300 || alsoFine.includes(answer.status))) return answer;
    // 503 and, for a machine that works faster than people, 429 are an honest "not now"; any other answer is a fault.
    if (answer && answer.status !== 503 && answer.status !== 429) throw surprise(cast, name, answer);
    cast.ledger.repeated += 1;
    // Often enough to meet every moment of a start, seldom enough to leave the processor to it.
    await pause(50 + Math.random() * 200);
  }
  throw surprise(cast, name, { status: 0, json: 'no answer' });
}

function surprise(cast: Cast, name: string, answer: Answered): Error {
  const sentence = `${name}: ${answer.status} ${JSON.stringify(answer.json)?.slice(0, 500)}`;
  cast.ledger.surprises.push(sentence);
  return new Error(sentence);
}

/** The answers with one upload in every place that wants a file. */
function withFile(answers: Answers, file: FileRef): Answers {
  const replace = (value: Json): Json => {
    if (Array.isArray(value)) return value.map((item: Json) => replace(item));
    if (typeof value !== 'object' || value === null) return value;
    if ('digest' in value && 'name' in value) return { ...file };
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, replace(item)]])),
    );
  };
  return Object.fromEntries(
    Object.entries(answers).flatMap(([key, item]) => (item === undefined ? [] : [[key, replace(item)]])),
  );
}

function text(value: unknown, name: string): string {
  if (typeof value === 'object' && value !== null) {
    const found: unknown = Object.getOwnPropertyDescriptor(value, name)?.value;
    if (typeof found === 'string') return found;
  }
  return '';
}

function revisionOf(view: unknown): number {
  if (typeof view !== 'object' || view === null || !('row' in view)) return -1;
  const { row } = view;
  return typeof row === 'object' && row !== null && 'revision' in row ? Number(row.revision) : -1;
}

const isFile = (value: unknown): value is FileRef & { readonly digest: string } =>
  typeof value === 'object' && value !== null && 'id' in value && 'digest' in value && 'size' in value;
