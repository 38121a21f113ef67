import { createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { PaceProtocol } from '../access/pace.ts';
import { zoneKeyOf } from '../access/zone-key.ts';
import { bigOf, fromHex } from '../bytes.ts';
import type { BookContent } from '../card/book-content.ts';
import { type Chance, CURVES, type Curve } from '../cipher/curve.ts';
import { APPLICATION, CARD_ACCESS, CARD_INFO, COM, dataGroup, DIRECTORY, SOD } from '../file/data-groups.ts';
import { dg1 } from '../file/dg1.ts';
import { dg11, type Particulars } from '../file/dg11.ts';
import { dg2, type FaceFrame } from '../file/dg2.ts';
import { efCom } from '../file/ef-com.ts';
import { dg14, dg15, securityInfos } from '../file/security-infos.ts';
import { integer } from '../tlv/der.ts';
import { tlv, valueAt } from '../tlv/tlv.ts';
import type { CertifiedKey } from './certificate.ts';
import { efSod } from './security-object.ts';

/** What a chip is written with. */
export interface BookOrder {
  /** The printed lines. */
  readonly lines: readonly string[];
  /** JPEG or JPEG 2000. */
  readonly photo: Uint8Array;
  readonly frame?: FaceFrame;
  readonly particulars: Particulars;
  /** Card access number, where one is printed. */
  readonly can?: string;
  /** How it opens; absent: PACE over brainpoolP256r1 with AES-128, and basic access control for older readers. */
  readonly pace?: readonly PaceProtocol[];
  readonly basicAccess?: boolean;
  readonly signer: CertifiedKey;
  /** Absent: it says of itself that it is a specimen. Only an office with keys of its own says otherwise. */
  readonly specimen?: boolean;
  readonly chance?: Chance;
}

/** The words a chip that counts for nothing bears in its particulars. */
export const SPECIMEN = '样本 SPECIMEN';
const PLAIN_SHA256 = '0.4.0.127.0.7.1.1.4.1.3';

/** The curve a book of this package works with where nothing else is asked for. */
export function curveNamed(name: string): Curve {
  const curve = CURVES.find((one) => one.name === name);
  if (!curve) throw new Error(`No curve ${name}`);
  return curve;
}

async function newKey(curve: Curve): Promise<{ secret: bigint; key: KeyObject; publicDer: Uint8Array }> {
  const make = promisify(generateKeyPair);
  const { privateKey } = await make('ec', { namedCurve: curve.name, paramEncoding: 'explicit' });
  const secret = valueAt(new Uint8Array(privateKey.export({ type: 'sec1', format: 'der' })), 0x30, 0x04);
  const publicDer = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return { secret: bigOf(secret ?? new Uint8Array()), key: privateKey, publicDer: new Uint8Array(publicDer) };
}

/** Writes a chip: its data groups, the signature over them, keys of its own; throws for lines or a photograph that are none. */
export async function makeBook(order: BookOrder): Promise<BookContent> {
  const { lines, photo, signer, can, chance } = order;
  const zone = zoneKeyOf(lines);
  const sex = lines.length === 3 ? lines[1]?.charAt(7) : lines[1]?.charAt(20);
  const face = dg2(photo, sex === 'M' || sex === 'F' ? sex : '<', order.frame);
  if (!zone) throw new Error('The lines are no machine-readable zone');
  if (!face) throw new Error('The photograph is neither JPEG nor JPEG 2000');
  const curve = curveNamed('brainpoolP256r1');
  const pace = order.pace ?? [{ suite: 'AES-128', curve }];
  const [chip, active] = [await newKey(curve), await newKey(curveNamed('prime256v1'))];
  const chipInfo = { suite: 'AES-128', publicKey: chip.publicDer } as const;
  const particulars = { ...order.particulars, ...(order.specimen === false ? {} : { summary: SPECIMEN }) };
  const groups = new Map([
    [1, dg1(lines)],
    [2, face],
    [11, dg11(particulars)],
    [14, dg14({ pace, chip: [chipInfo], active: PLAIN_SHA256 })],
    [15, dg15(active.publicDer)],
  ]);
  const tags = [...groups.keys()].map((group) => dataGroup(group).tag);
  const com = efCom({ ldsVersion: '0108', unicodeVersion: '040000', tags });
  return {
    files: new Map([
      [COM.file, com],
      [SOD.file, efSod(groups, signer)],
      ...[...groups].map(([group, file]) => [dataGroup(group).file, file] as const),
    ]),
    open: openFiles(pace),
    zone,
    ...(can ? { can } : {}),
    basicAccess: order.basicAccess ?? true,
    pace,
    chipKey: { curve, secret: chip.secret, suite: 'AES-128' },
    activeKey: active.key,
    ...(chance ? { chance } : {}),
  };
}

/** Files anyone may read: how the book opens, which application it has, how long messages may be. */
function openFiles(pace: readonly PaceProtocol[]): ReadonlyMap<number, Uint8Array> {
  const longest = tlv(0x7f66, integer(0xfe00), integer(0xfe00));
  const abilities = tlv(0x47, new Uint8Array([0x94, 0x21, 0x40]));
  return new Map([
    ...(pace.length ? [[CARD_ACCESS, securityInfos({ pace, chip: [] })] as const] : []),
    [DIRECTORY, tlv(0x61, tlv(0x4f, fromHex(APPLICATION)))],
    [CARD_INFO, Buffer.concat([abilities, longest])],
  ]);
}
