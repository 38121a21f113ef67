import type { CommandShape } from '@zhitongche/contract';
import { type Asking, ask, revisionOf, text } from '../crash/ask.ts';
import { drawingService } from './drawing-service.ts';

/** What the hands were told: the other half of every check. */
export interface Drawn {
  /** Pieces each case was told to have drawn. */
  readonly cases: Map<string, number>;
  /** Pieces somebody was told are void. */
  readonly spoiled: Set<string>;
}

/** Some hands at one shelf. */
export interface Hands extends Asking {
  readonly drawn: Drawn;
  /** Nobody begins anything more. */
  tired: boolean;
}

/** Draws case by case until the shelf is empty: files, signs, and takes fewer when there are not as many left. */
export async function drawUntilEmpty(
  hands: Hands,
  filer: string,
  signer: string,
  upTo: number,
): Promise<void> {
  let most = upTo;
  while (most > 0 && !hands.tired) {
    const copies = 1 + Math.floor(Math.random() * most);
    const created = await ask(hands, filer, 'createCase', { body: { service: drawingService.code } });
    const caseId = text(created.json, 'id');
    const filed = await acts(hands, filer, caseId, 0, {
      act: 'submit',
      answers: { subject: '用贴纸', copies },
    });
    const signed = await acts(hands, signer, caseId, filed.revision, { act: 'agree', opinion: '同意' });
    if (signed.done) hands.drawn.cases.set(caseId, copies);
    else most = copies - 1;
  }
}

/** Takes an act on a case at the revision it is thought to stand at, else as it stands; not `done` = the shelf does not have as many. */
async function acts(
  hands: Hands,
  username: string,
  caseId: string,
  thought: number,
  command: CommandShape,
): Promise<{ readonly done: boolean; readonly revision: number }> {
  const params = { case: caseId };
  for (let revision = thought; ; ) {
    const done = await ask(hands, username, 'act', { params, body: { revision, command } }, [409, 422]);
    if (done.status === 200) return { done: true, revision: revisionOf(done.json) };
    const code = text(done.json, 'code');
    if (code === 'stock.empty') return { done: false, revision };
    if (code !== 'case.stale-revision') throw new Error(`${code}: ${JSON.stringify(done.json)}`);
    revision = revisionOf((await ask(hands, username, 'case', { params })).json);
  }
}

/** Declares pieces on the shelf void, one after another: they may be drawn at the same moment, and then are not. */
export async function spoilAway(hands: Hands, keeper: string): Promise<void> {
  while (!hands.tired) {
    const listed = await ask(hands, keeper, 'keptRows', {
      params: { register: 'sticker' },
      query: { stage: 'in', order: 'title', limit: '100' },
    });
    const ids = idsIn(listed.json);
    const id = ids[Math.floor(Math.random() * ids.length)];
    if (id === undefined) return;
    const done = await ask(
      hands,
      keeper,
      'keptAct',
      {
        params: { register: 'sticker', id },
        body: { revision: 1, command: { act: 'move', move: 'spoil', data: { reason: '受潮' } } },
      },
      [409],
    );
    if (done.status === 200) hands.drawn.spoiled.add(id);
  }
}

/** Ids of a list's items. */
function idsIn(page: unknown): readonly string[] {
  if (typeof page !== 'object' || page === null || !('items' in page) || !Array.isArray(page.items))
    return [];
  return page.items.map((item: unknown) => text(item, 'id'));
}
