import { type FileHandle, open, readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';

const WOFF = 0x774f4646;
const COLLECTION = 0x74746366;

interface Entry {
  readonly tag: string;
  readonly at: number;
  /** Bytes in the file, fewer than `length` when compressed. */
  readonly stored: number;
  readonly length: number;
}

/**
 * A font file as TrueType or OpenType: WOFF 1.0 (W3C Recommendation, 2012) is unwrapped, all else comes as it is.
 * With `only`, just these tables are read from the disk, unless the file is a collection.
 */
export async function fontFile(path: string, only?: readonly string[]): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const kind = (await bytesAt(file, 0, 4)).readUInt32BE(0);
    if (kind === COLLECTION || (kind !== WOFF && !only)) return await readFile(path);
    const { flavour, entries } = kind === WOFF ? await woffEntries(file) : await sfntEntries(file);
    const wanted = entries.filter(({ tag }) => !only || only.includes(tag));
    const tables = await Promise.all(
      wanted.map(async (entry) => ({ entry, data: await tableOf(file, entry) })),
    );
    return together(flavour, tables);
  } finally {
    await file.close();
  }
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, at);
  if (bytesRead < length) throw new RangeError('The font file ends too early');
  return buffer;
}

async function woffEntries(file: FileHandle) {
  const head = await bytesAt(file, 0, 44);
  const count = head.readUInt16BE(12);
  const list = await bytesAt(file, 44, 20 * count);
  const entries = Array.from({ length: count }, (_, i): Entry => {
    const word = (n: number) => list.readUInt32BE(20 * i + 4 * n);
    return { tag: tagOf(list, 20 * i), at: word(1), stored: word(2), length: word(3) };
  });
  return { flavour: head.readUInt32BE(4), entries };
}

async function sfntEntries(file: FileHandle) {
  const head = await bytesAt(file, 0, 12);
  const count = head.readUInt16BE(4);
  const list = await bytesAt(file, 12, 16 * count);
  const entries = Array.from({ length: count }, (_, i): Entry => {
    const length = list.readUInt32BE(16 * i + 12);
    return { tag: tagOf(list, 16 * i), at: list.readUInt32BE(16 * i + 8), stored: length, length };
  });
  return { flavour: head.readUInt32BE(0), entries };
}

const tagOf = (list: Buffer, at: number): string => list.toString('latin1', at, at + 4);

async function tableOf(file: FileHandle, { at, stored, length }: Entry): Promise<Buffer> {
  const data = await bytesAt(file, at, stored);
  return stored < length ? inflateSync(data, { maxOutputLength: length }) : data;
}

function together(
  flavour: number,
  tables: readonly { readonly entry: Entry; readonly data: Buffer }[],
): Buffer {
  const head = Buffer.alloc(12 + 16 * tables.length);
  head.writeUInt32BE(flavour, 0);
  head.writeUInt16BE(tables.length, 4);
  const parts: Buffer[] = [head];
  let at = head.length;
  for (const [index, { entry, data }] of tables.entries()) {
    head.write(entry.tag, 12 + 16 * index, 'latin1');
    head.writeUInt32BE(at, 12 + 16 * index + 8);
    head.writeUInt32BE(data.length, 12 + 16 * index + 12);
    // Tables begin at multiples of four.
    const padded = data.length + ((4 - (data.length % 4)) % 4);
    parts.push(data, Buffer.alloc(padded - data.length));
    at += padded;
  }
  return Buffer.concat(parts);
}
