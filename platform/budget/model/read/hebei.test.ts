import { beforeAll, describe, expect, test } from 'vitest';
import type { Indicator, PaymentPlanForm } from '../model/disclosure.ts';
import { fixtureBytes, readFixture } from '../testing.ts';
import type { ReadDisclosure } from './read.ts';

interface PublishedTable {
  readonly id: string;
  readonly rows: readonly (readonly (string | null)[])[];
  readonly note?: string | null;
}

interface PublishedIndicator {
  readonly no: number;
  readonly level1: string;
  readonly level1_printed: string | null;
  readonly level2: string;
  readonly level3: string;
  readonly description: string;
  readonly target_raw: string;
  readonly basis: string;
  readonly target: Record<string, unknown>;
}

interface PublishedProject {
  readonly no: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly budget: string;
  readonly fiscal: string;
  readonly other: string | null;
  readonly purpose: string;
  readonly payment_plan_pct: Record<string, string | null>;
  readonly goals: readonly { readonly no: string; readonly text: string }[];
  readonly indicators: readonly PublishedIndicator[];
}

interface PublishedProcurement {
  readonly grand_total: Record<string, string>;
  readonly units: readonly {
    readonly unit_name: string;
    readonly total: string;
    readonly general_public: string;
    readonly sme_reserved: string;
    readonly rows: readonly Record<string, string | null>[];
  }[];
}

interface Published {
  readonly department: { readonly code: string; readonly name: string; readonly year: string };
  readonly tables: readonly PublishedTable[];
  readonly units: readonly Record<string, string>[];
  readonly projects: readonly PublishedProject[];
  readonly procurement: PublishedProcurement;
  readonly assets: { readonly as_of: string; readonly rows: readonly Record<string, string | null>[] };
}

const published: Published = JSON.parse(new TextDecoder().decode(fixtureBytes('hebei-fao-2024.json')));
let reading: ReadDisclosure;
const table = (id: string) => reading.model.tables.find((candidate) => candidate.id === id);

beforeAll(async () => {
  reading = await readFixture('hebei-fao-2024');
});

describe('the text published by 河北省外办 reads as it was transcribed', () => {
  test('department, code and year', () => {
    const { code, name, year } = published.department;
    expect(reading.model.department).toEqual({ code, name });
    expect(reading.model.year).toBe(year);
  });

  for (const expected of published.tables) {
    test(`every row of ${expected.id}`, () => {
      expect(table(expected.id)?.rows).toEqual(expected.rows);
      expect(table(expected.id)?.note).toEqual(expected.note ?? null);
    });
  }

  test('every procurement row, unit subtotal and the grand total', () => {
    const { grand_total: all, units } = published.procurement;
    const columns = [
      'project_name',
      'project_budget',
      'item',
      'catalogue_code',
      'measure',
      'quantity',
      'unit_price',
      'total',
      'general_public',
      'gov_fund',
      'state_capital',
      'special_account',
      'unit_funds',
      'carry_over',
      'sme_reserved',
    ];
    const sum = (name: string, from: { total?: string; general_public?: string; sme_reserved?: string }) => [
      name,
      null,
      null,
      null,
      null,
      null,
      null,
      from.total,
      from.general_public,
      null,
      null,
      null,
      null,
      null,
      from.sme_reserved,
    ];
    const expected = [
      sum('合计', all),
      ...units.flatMap((unit) => [
        sum(`${unit.unit_name}小计`, unit),
        ...unit.rows.map((row) => columns.map((key) => row[key] ?? null)),
      ]),
    ];
    expect(table('T11')?.rows).toEqual(expected);
    expect(expected).toHaveLength(1 + 3 + 59);
  });

  test('every asset row and the day they were counted', () => {
    expect(table('T12')?.rows).toEqual(
      published.assets.rows.map((row) => [row['item'], row['quantity'], row['value']]),
    );
    expect(table('T12')?.asOf).toBe(published.assets.as_of);
  });

  test('all eleven projects with budget, purpose, payment plan and goals', () => {
    expect(reading.model.projects.map(headOf)).toEqual(published.projects.map(publishedHead));
    expect(published.projects).toHaveLength(11);
  });

  test('every indicator with its target taken apart', () => {
    const ours = reading.model.projects.map((project) => project.indicators.map(plainIndicator));
    expect(ours).toEqual(published.projects.map((project) => project.indicators.map(publishedIndicator)));
    expect(ours.flat()).toHaveLength(135);
  });

  test('nothing is left unread, and the two rows an empty paragraph tore apart are named', () => {
    const kinds = (kind: string) => reading.findings.filter((finding) => finding.kind === kind);
    expect(kinds('unread')).toEqual([]);
    expect(kinds('doubtful')).toEqual([]);
    expect(kinds('missing')).toEqual([]);
    expect(kinds('cleaned').map((finding) => finding.at)).toEqual(['第2047行', '第2825行']);
    expect(kinds('ignored').map((finding) => finding.raw)).toEqual(['58', '59']);
  });
});

function headOf(project: unknown) {
  const { indicators: _, layout: __, ...head } = project as PaymentPlanForm;
  return head;
}

function publishedHead(project: PublishedProject) {
  const { payment_plan_pct: plan, goals, indicators: _, ...head } = project;
  return {
    ...head,
    goals: goals.map((goal) => goal.text),
    plan: Object.entries(plan).map(([day, percent]) => ({ month: Number(day.slice(0, 2)), percent })),
  };
}

function plainIndicator(indicator: Indicator) {
  const { scope: _, target, ...rest } = indicator;
  const { qualitative, ...plain } = target ?? {};
  return {
    ...rest,
    target: {
      ...plain,
      ...(qualitative !== undefined && qualitative !== 'state' && { baseline: qualitative }),
    },
  };
}

function publishedIndicator(row: PublishedIndicator) {
  const { note: _, ...target } = row.target;
  return {
    no: row.no,
    level1: row.level1,
    level1Printed: row.level1_printed,
    level2: row.level2,
    name: row.level3,
    description: row.description,
    raw: row.target_raw,
    basis: row.basis,
    target,
  };
}
