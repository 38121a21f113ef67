import { csvCells, type Json } from '@zhitongche/base';

/** Rows of a reference table as read from a file or pasted, and what is wrong with them. */
export interface ReadTable {
  readonly rows: readonly Readonly<Record<string, Json>>[];
  readonly problems: readonly string[];
}

const isRow = (value: unknown): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fromJson = (text: string): ReadTable => {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value) && value.every(isRow)) return { rows: value, problems: [] };
    return { rows: [], problems: ['JSON 应是一个列表，每一项是一行。'] };
  } catch {
    return { rows: [], problems: ['这不是完整的 JSON，请检查括号和引号。'] };
  }
};

/** Reads the cell the way the table's present version holds that column: numbers, yes/no and lists keep their type. */
const cellLike = (sample: Json | undefined, cell: string): Json => {
  const text = cell.trim();
  if (typeof sample === 'number') return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
  if (typeof sample === 'boolean') return ['true', '是', '1'].includes(text.toLowerCase());
  if (Array.isArray(sample)) return text === '' ? [] : text.split(/[;；、]/u).map((part) => part.trim());
  return text;
};

/**
 * Reads a new version of a reference table from JSON, CSV or pasted cells. The first line names the columns, by the
 * same keys as the version in force (`sample`).
 */
export const readTableFile = (
  raw: string,
  sample: Readonly<Record<string, Json | undefined>> | undefined,
): ReadTable => {
  const text = raw.replace(/^\uFEFF/u, '').trim();
  if (text === '') return { rows: [], problems: [] };
  if (text.startsWith('[') || text.startsWith('{')) return fromJson(text);
  const [heads = [], ...lines] = csvCells(text, text.includes('\t') ? '\t' : ',');
  const keys = heads.map((h) => h.trim());
  const problems: string[] = [];
  const missing = Object.keys(sample ?? {}).filter((key) => !keys.includes(key));
  if (missing.length > 0) problems.push(`缺少列：${missing.join('、')}。首行应是列名。`);
  const twice = keys.filter((key, i) => keys.indexOf(key) !== i);
  if (twice.length > 0) problems.push(`列名重复：${twice.join('、')}。`);
  const rows = lines
    .filter((line) => line.some((cell) => cell.trim() !== ''))
    .map((line, n) => {
      if (line.length > keys.length)
        problems.push(`第 ${n + 2} 行比列名多 ${line.length - keys.length} 格。`);
      return Object.fromEntries(keys.map((key, i) => [key, cellLike(sample?.[key], line[i] ?? '')]));
    });
  for (const key of keys) {
    if (typeof sample?.[key] !== 'number') continue;
    const bad = rows.findIndex((row) => typeof row[key] !== 'number');
    if (bad >= 0) problems.push(`“${key}”应是数字，第 ${bad + 2} 行不是。`);
  }
  return { rows, problems };
};
