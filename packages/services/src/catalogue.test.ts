import { readFileSync } from 'node:fs';
import { blocks, problemsOf } from '@zhitongche/kernel';
import type { Json } from '@zhitongche/kernel';
import { sampleContext } from '@zhitongche/kernel/testing.ts';
import { describe, expect, test } from 'vitest';
import { catalogue, currentServices, serviceOf } from './find-service.ts';
import { shapeDifference, type ShapeLock } from './shape.ts';
import { TABLES } from './testing/tables.ts';

const lockOf = (code: string): ShapeLock => {
  const read: Json = JSON.parse(readFileSync(new URL(`./${code}/shape.lock.json`, import.meta.url), 'utf8'));
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

    test('computes figures and a summary from nothing at all', () => {
      const context = sampleContext(service.policies, { tables: TABLES });
      const derived = service.derive({}, context);
      expect(service.summary({}, derived).title).toEqual(expect.any(String));
      for (const { show } of service.computed) expect(() => show(derived)).not.toThrow();
    });

    test('asks each field key once and reads no answer it does not ask', () => {
      const keys = Object.values(service.form).flatMap((section) => Object.keys(section.fields));
      expect(doubles(keys)).toEqual([]);
      for (const check of service.checks) for (const key of check.reads) expect(keys).toContain(key);
    });

    test('names its checks, policies, papers and registers once', () => {
      expect(doubles(service.checks.map((check) => check.code))).toEqual([]);
      expect(doubles(service.policies.map((policy) => policy.key))).toEqual([]);
      expect(doubles(service.papers.map((paper) => paper.key))).toEqual([]);
      expect(doubles(service.registers.map((register) => register.key))).toEqual([]);
    });

    test('every figure carries its service in front and a basis or a note that it awaits confirmation', () => {
      for (const policy of service.policies) {
        expect(policy.key.startsWith(`${service.code}.`)).toBe(true);
        expect(policy.basis !== undefined || policy.unconfirmed === true).toBe(true);
      }
    });

    test('every rule tells people what it demands and on which ground', () => {
      for (const check of service.checks) {
        expect(check.title).not.toBe('');
        expect(check.basis.title).not.toBe('');
      }
    });

    test('the guide answers what, for whom, with what, how long, on which ground and what it costs', () => {
      const { what, conditions, materials, timeLimits, basis, fee } = service.guide;
      for (const part of [what, fee]) expect(part).not.toBe('');
      for (const part of [conditions, materials, timeLimits, basis]) expect(part.length).toBeGreaterThan(0);
      const keys = service.policies.map((policy) => policy.key);
      for (const { policy } of timeLimits) if (policy) expect(keys).toContain(policy);
    });
  },
);

test('new cases are filed under the latest version of each service', () => {
  const codes = currentServices().map((service) => service.code);
  expect(doubles(codes)).toEqual([]);
  expect(new Set(codes)).toEqual(new Set(catalogue.map((service) => service.code)));
});
