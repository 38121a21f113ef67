import { economicCsv } from '../data/economic-classification.ts';
import { functionalCsv } from '../data/functional-classification.ts';
import { parseCsv } from '@zhitongche/base';

/** Which code system a code belongs to: by function (2xx), by the department's economic nature (3xx), or the finance side's (5xx). */
export type Scheme = 'functional' | 'economic' | 'government-economic';

/** One subject of a classification; `confirmed` is false where the name or code still has to be checked against the yearly official list. */
export interface Subject {
  readonly scheme: Scheme;
  readonly code: string;
  readonly name: string;
  readonly confirmed: boolean;
  /** Government economic code of this department code, by kind of unit; absent where no source gives one. */
  readonly government?: { readonly administrative?: string; readonly institution?: string };
}

const economicSchemes: Record<string, Scheme> = {
  部门预算支出经济分类: 'economic',
  政府预算支出经济分类: 'government-economic',
};

let loaded: ReadonlyMap<string, Subject> | undefined;

/** Every subject known, by code; parsed on first use because most callers of the package never need the names. */
export function subjects(): ReadonlyMap<string, Subject> {
  loaded ??= new Map([...functional(), ...economic()].map((subject) => [subject.code, subject]));
  return loaded;
}

function functional(): Subject[] {
  return parseCsv(functionalCsv).map((row) => ({
    scheme: 'functional',
    code: row['code'] ?? '',
    name: row['name'] ?? '',
    confirmed: row['status'] === 'code+name read',
  }));
}

function economic(): Subject[] {
  return parseCsv(economicCsv).flatMap((row) => {
    const scheme = economicSchemes[row['scheme'] ?? ''];
    if (scheme === undefined) return [];
    const administrative = row['gov_code_for_administrative_unit'] ?? '';
    const institution = row['gov_code_for_public_institution'] ?? '';
    const government = { ...(administrative && { administrative }), ...(institution && { institution }) };
    return [
      {
        scheme,
        code: row['code'] ?? '',
        name: row['name'] ?? '',
        confirmed: row['status'] === 'code+name read',
        ...(Object.keys(government).length > 0 && { government }),
      },
    ];
  });
}

/** The scheme a well-formed code belongs to, or null: 3, 5 or 7 digits, and the first digit tells the system. */
export function schemeOf(code: string): Scheme | null {
  if (!/^[235]\d{2}(\d{2}){0,2}$/.test(code)) return null;
  if (code.startsWith('2')) return 'functional';
  return code.startsWith('3') ? 'economic' : 'government-economic';
}

/** The code one level up (7 → 5 → 3 digits), or null for a class. */
export function parentCode(code: string): string | null {
  return code.length > 3 ? code.slice(0, -2) : null;
}

/** Depth of a code: 1 类, 2 款, 3 项 (or a province's third economic level). */
export function levelOf(code: string): number {
  return (code.length - 1) / 2;
}

/** Rows of one table grouped under the code directly above them that the table also prints. */
export function childrenByParent<Row extends { readonly code: string }>(
  rows: readonly Row[],
): Map<string, Row[]> {
  const printed = new Set(rows.map((row) => row.code));
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const parent = parentCode(row.code);
    if (parent !== null && printed.has(parent)) groups.set(parent, [...(groups.get(parent) ?? []), row]);
  }
  return groups;
}
