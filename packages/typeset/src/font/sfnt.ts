/** What a font file tells about one of its faces. */
export interface SfntFace {
  /** Every family name in the file, in all its languages; typesetters and offices each know another one. */
  readonly families: readonly string[];
  /** OS/2 weight, 400 regular, 700 bold. */
  readonly weight: number;
  /** Whether the licence bits forbid embedding (OS/2 fsType 2). */
  readonly embeddingForbidden: boolean;
  /** Sorted, disjoint ranges of code points that have a glyph: start, end, start, end … */
  readonly coverage: Uint32Array;
}

/** Reads a TrueType, OpenType or collection file; nothing comes back for a file that is none of these. */
export function readSfnt(file: Uint8Array): readonly SfntFace[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  try {
    if (view.getUint32(0) !== 0x74746366) return [readFace(view, 0)];
    const count = Math.min(view.getUint32(8), 64);
    return Array.from({ length: count }, (_, index) => readFace(view, view.getUint32(12 + 4 * index)));
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function readFace(view: DataView, at: number): SfntFace {
  const tables = new Map<string, number>();
  const count = view.getUint16(at + 4);
  for (let index = 0; index < count; index += 1) {
    const entry = at + 12 + 16 * index;
    tables.set(tag(view, entry), view.getUint32(entry + 8));
  }
  const [cmap, name, os2] = ['cmap', 'name', 'OS/2'].map((key) => tables.get(key));
  if (cmap === undefined || name === undefined) throw new RangeError('No cmap or name table');
  return {
    families: readFamilies(view, name),
    weight: os2 === undefined ? 400 : view.getUint16(os2 + 4),
    embeddingForbidden: os2 !== undefined && (view.getUint16(os2 + 8) & 0x000f) === 2,
    coverage: readCoverage(view, cmap),
  };
}

function readFamilies(view: DataView, at: number): string[] {
  const count = view.getUint16(at + 2);
  const strings = at + view.getUint16(at + 4);
  const names = new Set<string>();
  for (let index = 0; index < count; index += 1) {
    const record = at + 6 + 12 * index;
    const platform = view.getUint16(record);
    const nameId = view.getUint16(record + 6);
    // 1 is the family, 16 the typographic family; Macintosh encodings repeat what the Unicode ones say.
    if ((nameId !== 1 && nameId !== 16) || (platform !== 0 && platform !== 3)) continue;
    const length = view.getUint16(record + 8);
    const start = strings + view.getUint16(record + 10);
    let text = '';
    for (let offset = 0; offset < length; offset += 2)
      text += String.fromCharCode(view.getUint16(start + offset));
    if (text) names.add(text);
  }
  return [...names];
}

function readCoverage(view: DataView, at: number): Uint32Array {
  const count = view.getUint16(at + 2);
  const found = new Map<number, number>();
  for (let index = 0; index < count; index += 1) {
    const record = at + 4 + 8 * index;
    const platform = view.getUint16(record);
    const encoding = view.getUint16(record + 2);
    const unicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
    const start = at + view.getUint32(record + 4);
    if (unicode) found.set(view.getUint16(start), start);
  }
  const full = found.get(12);
  if (full !== undefined) return ranges(format12(view, full));
  const basic = found.get(4);
  if (basic !== undefined) return ranges(format4(view, basic));
  throw new RangeError('No Unicode cmap');
}

function* format12(view: DataView, at: number): Generator<[number, number]> {
  const groups = view.getUint32(at + 12);
  for (let index = 0; index < groups; index += 1) {
    const group = at + 16 + 12 * index;
    const start = view.getUint32(group);
    // Glyph 0 is the box for missing characters.
    const first = view.getUint32(group + 8) === 0 ? start + 1 : start;
    const end = view.getUint32(group + 4);
    if (first <= end) yield [first, end];
  }
}

function* format4(view: DataView, at: number): Generator<[number, number]> {
  const doubled = view.getUint16(at + 6);
  for (let segment = 0; segment < doubled; segment += 2) {
    const end = view.getUint16(at + 14 + segment);
    const start = view.getUint16(at + 16 + doubled + segment);
    const delta = view.getUint16(at + 16 + 2 * doubled + segment);
    const offsetAt = at + 16 + 3 * doubled + segment;
    const offset = view.getUint16(offsetAt);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const raw = offset === 0 ? code : view.getUint16(offsetAt + offset + 2 * (code - start));
      const glyph = raw === 0 && offset !== 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) yield [code, code];
    }
  }
}

function ranges(pairs: Iterable<[number, number]>): Uint32Array {
  const sorted = [...pairs].sort((left, right) => left[0] - right[0]);
  const merged: number[] = [];
  for (const [start, end] of sorted) {
    const last = merged.length - 1;
    if (last > 0 && start <= (merged[last] ?? 0) + 1) merged[last] = Math.max(merged[last] ?? 0, end);
    else merged.push(start, end);
  }
  return Uint32Array.from(merged);
}

function tag(view: DataView, at: number): string {
  return String.fromCharCode(
    view.getUint8(at),
    view.getUint8(at + 1),
    view.getUint8(at + 2),
    view.getUint8(at + 3),
  );
}
