import { isJsonObject, type Json } from '@zhitongche/base';
import { text } from '../crash/ask.ts';
import { type Asked, type Caller, signIn } from '../nodes/caller.ts';

/** Rows a register of cases shows, by their ids, as a page reads them. */
export async function rowsShown(caller: Caller, register: string): Promise<ReadonlyMap<string, Json>> {
  const { status, json } = await caller.call('register', { params: { register }, query: { limit: '100' } });
  const items: unknown = typeof json === 'object' && json !== null && 'items' in json ? json.items : null;
  if (status !== 200 || !Array.isArray(items))
    throw new Error(`The register ${register} was answered with ${status}`);
  return new Map(items.map((row: Json) => [text(row, 'id'), row]));
}

/** Rows that were shown before and are not shown as they were: gone, or with another value in what was told of them. */
export const changedRows = (
  before: ReadonlyMap<string, Json>,
  after: ReadonlyMap<string, Json>,
): readonly string[] =>
  [...before].flatMap(([id, row]) =>
    same(row, after.get(id)) ? [] : [`the row ${id} is not found as before`],
  );

/** Whether everything one tells stands in the other: a later program may say more. */
function same(was: Json | undefined, is: Json | undefined): boolean {
  if (isJsonObject(was))
    return isJsonObject(is) && Object.entries(was).every(([key, value]) => same(value, is[key]));
  return JSON.stringify(was) === JSON.stringify(is);
}

/** What people keep at a node, from a serial on: five stickers entered, one of them void; gives how many acts were acknowledged. */
export async function keepAt(address: string, from: number): Promise<number> {
  const caller = await signIn(address, 'handler');
  let acts = 0;
  const does = async (name: 'keptEnter' | 'keptAct', asked: Asked): Promise<string> => {
    const answer = await caller.call(name, asked);
    if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.json)}`);
    acts += 1;
    return text(answer.json, 'id');
  };
  const params = { register: 'sticker' };
  const ids: string[] = [];
  for (let serial = from; serial < from + 5; serial += 1) {
    const answers = { serial: `SJ${String(serial).padStart(6, '0')}`, batch: '试验批', place: 'store' };
    ids.push(await does('keptEnter', { params, body: { command: { act: 'enter', answers } } }));
  }
  const spoil = { act: 'move', move: 'spoil', data: { reason: '受潮' } };
  await does('keptAct', { params: { ...params, id: ids[0] ?? '' }, body: { revision: 1, command: spoil } });
  return acts;
}
