import { readFileSync } from 'node:fs';
import { blocks, isJsonObject, type Json } from '@zhitongche/base';
import {
  applicationSheet,
  briefingOf,
  emptyState,
  factsIn,
  problemsOf,
  type Service,
  type SweepOptions,
} from '@zhitongche/case';
import { leftInChinese } from '../../platform/case/model/in-english.ts';
import { sweep } from '@zhitongche/case/sweep';
import {
  cellWords,
  type Field,
  fieldAt,
  inRow,
  showAnswer,
  shownColumns,
  shownFields,
} from '@zhitongche/form';
import { sampleContext } from '@zhitongche/case/testing';
import { describe, expect, test } from 'vitest';
import { shapeDifference, type ShapeLock } from '../shape.ts';
import { TABLES } from '../shared/testing/tables.ts';
import { folderOf } from './folder-of.ts';

const lockOf = (code: string): ShapeLock => {
  const read: Json = JSON.parse(readFileSync(`${folderOf(code)}/shape.lock.json`, 'utf8'));
  if (!(read instanceof Object) || Array.isArray(read)) throw new Error(`${code}: unreadable lock`);
  return Object.fromEntries(
    Object.entries(read).map(([version, lines]) => [
      version,
      Array.isArray(lines) ? lines.filter((line) => typeof line === 'string') : [],
    ]),
  );
};

/** What every definition must keep; `variants` lead to the steps the sample does not enter. */
export function definitionLaws(service: Service, variants: NonNullable<SweepOptions['variants']> = {}): void {
  describe(`${service.code}@${service.version}`, () => {
    test('has no dead end, no unknown role, no missing text, no paper nobody makes', () => {
      expect(sweep(service, { world: { tables: TABLES }, variants })).toEqual([]);
    }, 240_000);

    test('says everything in English where it admits people from abroad', () => {
      if (service.visitors?.who.includes('foreigner')) expect(leftInChinese(service)).toEqual([]);
    });

    test('keeps the shape its stored cases depend on; to change it raise the version and run npm run services:lock', () => {
      expect(shapeDifference(service, lockOf(service.code))).toEqual([]);
    });

    test.each(['2026-03-02', '2026-10-01', '2027-12-31'])('its sample may be filed on %s', (today) => {
      const context = sampleContext(service.policies, { today, tables: TABLES });
      expect(problemsOf(service, service.sample(today), context).filter((p) => blocks([p]))).toEqual([]);
    });

    test('its card says in one sentence what is asked, with four figures at most', () => {
      const today = '2026-03-02';
      const answers = service.sample(today);
      const derived = service.derive(answers, sampleContext(service.policies, { today, tables: TABLES }));
      const summary = service.summary(answers, derived);
      const card = briefingOf(
        service,
        { ...emptyState, status: 'running', answers, derived, summary },
        today,
      );
      expect(card.sentence).not.toBe('');
      expect(card.sentence.length).toBeLessThanOrEqual(80);
      expect(card.figures.length).toBeLessThanOrEqual(4);
      for (const { value, caption } of card.figures) expect([value, caption]).not.toContain('');
    });

    test('tables name and lead by columns they have, and amounts take their currency from one', () => {
      const forms = [service.form, ...Object.values(service.forms).map(({ form }) => form)];
      for (const form of forms)
        for (const field of Object.values(form).flatMap((section) => Object.values(section.fields))) {
          if (field.kind !== 'table') continue;
          const currencies = Object.values(field.columns).flatMap((column) =>
            column.kind === 'decimal' ? (column.currency?.column ?? []) : [],
          );
          for (const key of [...(field.names ?? []), ...(field.lead ?? []).flat(), ...currencies])
            expect(Object.keys(field.columns)).toContain(key);
        }
    });

    test('prepared papers come back as uploads there are, show answers there are, and say something of a half-filled draft', () => {
      for (const [key, paper] of Object.entries(service.prepared ?? {})) {
        const back = fieldAt(service.form, paper.back)?.field;
        expect([key, back?.kind]).toEqual([key, 'files']);
        const [table = ''] = paper.back.split('.');
        const shown = [...paper.shows, ...(paper.ofRow ?? []).map((column) => `${table}.${column}`)];
        expect([key, shown.filter((name) => fieldAt(service.form, name) === undefined)]).toEqual([key, []]);
        const today = '2026-03-02';
        const answers = service.sample(today);
        const derived = service.derive(answers, sampleContext(service.policies, { today, tables: TABLES }));
        for (const draft of [answers, {}]) {
          const whole = factsIn(
            paper,
            { ...draft, ...(table in draft ? {} : { [table]: [{}] }) },
            derived,
            0,
          );
          const text = JSON.stringify(whole && paper.write(whole, { authority: '某某外办' }));
          // The day it is drawn is not the day it says anything of.
          expect([key, text.length > 50, /undefined|\[object|NaN/.test(text)]).toEqual([key, true, false]);
        }
      }
    });

    test('its printed form says every answer that was given, and cuts none', () => {
      const answers = service.sample('2026-03-02');
      const sheet = JSON.stringify(applicationSheet(service, answers, null, '某单位'));
      const asked = new Set(shownFields(service.form, answers));
      const says = (field: Field, value: Json | undefined) => {
        const words = field.kind === 'files' ? showAnswer(field, value) : cellWords(field, value);
        expect([field.label, sheet.includes(JSON.stringify(words).slice(1, -1))]).toEqual([
          field.label,
          true,
        ]);
      };
      for (const [key, field] of Object.values(service.form).flatMap(({ fields }) =>
        Object.entries(fields),
      )) {
        if (!asked.has(key)) continue;
        if (field.kind !== 'table') says(field, answers[key]);
        else
          for (const row of Array.isArray(answers[key]) ? answers[key] : [])
            for (const column of isJsonObject(row) ? shownColumns(field.columns, row, answers) : [])
              if (isJsonObject(row) && field.columns[column])
                says(inRow(field.columns, field.columns[column], row), row[column]);
      }
    });

    test('every figure has a basis or says that it awaits confirmation', () => {
      for (const policy of service.policies)
        expect(policy.basis !== undefined || policy.unconfirmed === true, policy.key).toBe(true);
    });

    test('the guide answers on what terms, with what, how long, on which ground and what it costs', () => {
      const { conditions, materials, timeLimits, basis, fee } = service.guide;
      for (const part of [conditions, materials, timeLimits, basis]) expect(part.length).toBeGreaterThan(0);
      expect(fee).not.toBe('');
    });
  });
}
