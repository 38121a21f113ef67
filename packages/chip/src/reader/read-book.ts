import type { PacePassword } from '../access/pace.ts';
import type { ZoneKey } from '../access/zone-key.ts';
import { type Chance, chance as ofTheMachine } from '../cipher/curve.ts';
import { CARD_ACCESS, COM, DATA_GROUPS, SOD } from '../file/data-groups.ts';
import { type EfCom, readEfCom } from '../file/ef-com.ts';
import { readSecurityInfos } from '../file/security-infos.ts';
import { type Dialogue, dialogueOver, ReadFault, type Transport } from './dialogue.ts';
import { openWithPace, openWithZone, selectApplication } from './open-book.ts';
import { type ChipProof, proveActively, proveByAgreement } from './prove-chip.ts';
import { readFile } from './read-file.ts';

/** What a chip gave away to somebody who holds the book in his hands. */
export interface BookReading {
  readonly access: 'pace' | 'basic';
  readonly com: EfCom;
  readonly sod: Uint8Array;
  /** Data groups by number. */
  readonly groups: ReadonlyMap<number, Uint8Array>;
  /** Data groups the chip lists and does not give: fingerprints and irises. */
  readonly closed: readonly number[];
  readonly activeAuthentication: ChipProof;
  readonly chipAuthentication: ChipProof;
}

/** What is known of the book: its zone, or its card access number. */
export interface BookSecret {
  readonly zone?: ZoneKey;
  readonly can?: string;
}

/** Opens a book and reads what it gives; throws {@link ReadFault} where it does not open or breaks off. */
export async function readBook(
  transport: Transport,
  secret: BookSecret,
  chance: Chance = ofTheMachine,
): Promise<BookReading> {
  const dialogue = dialogueOver(transport);
  const access = await open(dialogue, secret, chance);
  const com = readEfCom(await readFile(dialogue, COM.file));
  if (!com) throw new ReadFault('damaged');
  const sod = await readFile(dialogue, SOD.file);
  const groups = new Map<number, Uint8Array>();
  const closed: number[] = [];
  for (const { tag, file, group = 0 } of DATA_GROUPS) {
    if (!com.tags.includes(tag)) continue;
    const bytes = await openFile(dialogue, file);
    if (bytes) groups.set(group, bytes);
    else closed.push(group);
  }
  const activeAuthentication = await proveActively(dialogue, groups, chance);
  // Last, for a chip that fails it can be read no further.
  const chipAuthentication = await proveByAgreement(dialogue, groups, chance);
  return { access, com, sod, groups, closed, activeAuthentication, chipAuthentication };
}

/** A data group; undefined where the chip keeps it for those with more rights. */
async function openFile(dialogue: Dialogue, file: number): Promise<Uint8Array | undefined> {
  try {
    return await readFile(dialogue, file);
  } catch (fault) {
    if (fault instanceof ReadFault && ['refused', 'missing'].includes(fault.code)) return undefined;
    throw fault;
  }
}

/** PACE where the chip offers it, basic access control where it does not. */
async function open(
  dialogue: Dialogue,
  { zone, can }: BookSecret,
  chance: Chance,
): Promise<'pace' | 'basic'> {
  const password: PacePassword | undefined = can ? { can } : zone && { zone };
  const [protocol] = await paceOffers(dialogue);
  if (protocol && password) {
    await openWithPace(dialogue, protocol, password, chance);
    await selectApplication(dialogue);
    return 'pace';
  }
  await selectApplication(dialogue);
  if (!zone) throw new ReadFault('refused');
  await openWithZone(dialogue, zone, chance);
  return 'basic';
}

async function paceOffers(dialogue: Dialogue) {
  try {
    await dialogue.send({ ins: 0xa4, p1: 0, p2: 0x0c, data: new Uint8Array([0x3f, 0]) });
    return readSecurityInfos(await readFile(dialogue, CARD_ACCESS)).pace;
  } catch (fault) {
    // A chip of the first generation has no such file.
    if (fault instanceof ReadFault) return [];
    throw fault;
  }
}
