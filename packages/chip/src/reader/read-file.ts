import { concat, numberBytes } from '../bytes.ts';
import { SW } from '../card/apdu.ts';
import { integer } from '../tlv/der.ts';
import { tlv, tlvHead, valueAt } from '../tlv/tlv.ts';
import { type Dialogue, ReadFault } from './dialogue.ts';

/** Bytes asked for at once: what fits a short answer protected with AES. */
const STEP = 0xdf;
/** Longer than any file of a chip that is meant to be read. */
const LONGEST = 2 ** 21;
/** Offsets beyond this need the odd form of the command. */
const NEAR = 0x7fff;

async function part(dialogue: Dialogue, offset: number, length: number): Promise<Uint8Array> {
  const far = offset > NEAR;
  const { data, sw } = await dialogue.send(
    far
      ? {
          ins: 0xb1,
          p1: 0,
          p2: 0,
          data: tlv(0x54, integer(offset).subarray(2)),
          le: Math.min(256, length + 4),
        }
      : { ins: 0xb0, p1: offset >> 8, p2: offset & 0xff, data: new Uint8Array(), le: length },
  );
  if (sw !== SW.done && sw !== SW.endOfFile)
    throw new ReadFault(sw === SW.notAllowed ? 'refused' : 'cut-off', sw);
  const read = far ? valueAt(data, 0x53) : data;
  if (!read?.length) throw new ReadFault('cut-off', sw);
  return read.subarray(0, length);
}

/** A whole file, as long as its first bytes say; throws {@link ReadFault} where it is missing, closed or ends early. */
export async function readFile(dialogue: Dialogue, file: number): Promise<Uint8Array> {
  const chosen = await dialogue.send({ ins: 0xa4, p1: 0x02, p2: 0x0c, data: numberBytes(file, 2) });
  if (chosen.sw !== SW.done) throw new ReadFault(chosen.sw === SW.noFile ? 'missing' : 'refused', chosen.sw);
  let bytes = await part(dialogue, 0, 6);
  const head = tlvHead(bytes);
  if (!head || head.end > LONGEST) throw new ReadFault('damaged');
  while (bytes.length < head.end)
    bytes = concat(bytes, await part(dialogue, bytes.length, Math.min(STEP, head.end - bytes.length)));
  return bytes.slice(0, head.end);
}
