import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { blocks, type Json } from '@zhitongche/base';
import { problemsOf, type SweepOptions } from '@zhitongche/case';
import { sweep } from '@zhitongche/case/sweep';
import { sampleContext } from '@zhitongche/case/testing';
import { describe, expect, test } from 'vitest';
import { catalogue, currentServices, serviceOf } from './find-service.ts';
import { folderOf } from './testing/folder-of.ts';
import { shapeDifference, type ShapeLock } from './shape.ts';
import { TABLES } from './shared/testing/tables.ts';

/** A service may name variants beside its sample, so that the sweep reaches every step; an earlier version has its own. */
const variants = import.meta.glob<{ readonly variants: NonNullable<SweepOptions['variants']> }>(
  ['./*/*/variants.ts', './*/*/v*/variants.ts'],
  { eager: true },
);

/** The folder of a service as this file sees it, `./<family>/<item>`. */
const within = (code: string): string => `./${relative(import.meta.dirname, folderOf(code))}`;

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

const doubles = (keys: readonly string[]): readonly string[] =>
  keys.filter((key, i) => keys.indexOf(key) !== i);

describe.each(catalogue.map((service) => [`${service.code}@${service.version}`, service] as const))(
  '%s',
  (_name, service) => {
    test('has no dead end, no unknown role, no missing text, no paper nobody makes', () => {
      const { code, version } = service;
      const own =
        variants[`${within(code)}/v${version}/variants.ts`] ?? variants[`${within(code)}/variants.ts`];
      const more = own?.variants ?? {};
      expect(sweep(service, { world: { tables: TABLES }, variants: more })).toEqual([]);
    }, 240_000);

    test('keeps the shape its stored cases depend on; to change it raise the version and run npm run services:lock', () => {
      expect(shapeDifference(service, lockOf(service.code))).toEqual([]);
    });

    test('is found by code and version', () => {
      expect(serviceOf(service.code, service.version)).toBe(service);
    });

    test.each(['2026-03-02', '2026-10-01', '2027-12-31'])('its sample may be filed on %s', (today) => {
      const context = sampleContext(service.policies, { today, tables: TABLES });
      expect(problemsOf(service, service.sample(today), context).filter((p) => blocks([p]))).toEqual([]);
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

    test('every figure has a basis or says that it awaits confirmation', () => {
      for (const policy of service.policies)
        expect(policy.basis !== undefined || policy.unconfirmed === true, policy.key).toBe(true);
    });

    test('the guide answers on what terms, with what, how long, on which ground and what it costs', () => {
      const { conditions, materials, timeLimits, basis, fee } = service.guide;
      for (const part of [conditions, materials, timeLimits, basis]) expect(part.length).toBeGreaterThan(0);
      expect(fee).not.toBe('');
    });
  },
);

test('new cases are filed under the latest version of each service', () => {
  const codes = currentServices().map((service) => service.code);
  expect(doubles(codes)).toEqual([]);
  expect(new Set(codes)).toEqual(new Set(catalogue.map((service) => service.code)));
});
