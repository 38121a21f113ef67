import type { CommandShape } from '@zhitongche/contract';
import type { Answers, FileRef } from '@zhitongche/form';
import { dayInShanghai, type Json } from '@zhitongche/base';
import { outboundTrip } from '../../../../catalogue/outbound/trip/index.ts';
import { ownDelegation } from '@zhitongche/catalogue/outbound/trip/samples.ts';
import { type Asking, ask, take, text } from './ask.ts';
import type { Deed, Ledger } from './ledger.ts';

const EXPLAINED = Object.fromEntries(
  outboundTrip.checks.map((check) => [check.code, '已核实，情况说明见所附材料。']),
);

/** Who plays, what they attach and where they write down what they were told. */
export interface Cast extends Asking {
  readonly unit: string;
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

const isFile = (value: unknown): value is FileRef & { readonly digest: string } =>
  typeof value === 'object' && value !== null && 'id' in value && 'digest' in value && 'size' in value;
