import type { Answers, Field, Fields } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeForm, extensionForm, documentsForm, returnForm } from '../act-forms.ts';
import { outboundTrip } from '../index.ts';
import { tripForm } from '../form.ts';
import { contextOf } from '../../../shared/testing/context.ts';
import { policies } from '../policy.ts';
import { problems } from '../testing/trip.ts';
import { runChecks } from '../../../../platform/case/model/run-checks.ts';

const days = fc.constantFrom('2026-06-01', '2026-06-30', '0001-01-01', '9999-12-31', '2026-02-30');
const junk = fc.oneof(fc.string({ maxLength: 5 }), fc.integer(), fc.boolean(), fc.constant(null));

/** Answers a person or a program might send to a field: mostly of the right kind, often at the edge, sometimes junk. */
const typed = (field: Field): fc.Arbitrary<Json> => {
  switch (field.kind) {
    case 'date':
      return days;
    case 'choice':
      return fc.constantFrom(...field.options.map((option) => option.value));
    case 'choices':
      return fc.subarray(field.options.map((option) => option.value));
    case 'yes-no':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: 0, max: 40 });
    case 'decimal':
      return fc.constantFrom('0.00', '12.50', '20000.00', '999999999999.99');
    case 'country':
      return fc.constantFrom('日本', '巴西', '帕劳', '香港', '不存在');
    case 'table':
      return fc.array(filled(field.columns), { maxLength: 4 }) as fc.Arbitrary<Json>;
    default:
      return fc.string({ maxLength: 20 });
  }
};
const filled = (fields: Fields): fc.Arbitrary<Answers> =>
  fc.record(
    Object.fromEntries(
      Object.entries(fields).map(([key, field]) => [
        key,
        fc.oneof({ weight: 9, arbitrary: typed(field) }, junk),
      ]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Answers>;
const anyAnswers = (
  form: typeof tripForm | typeof changeForm | typeof extensionForm | typeof returnForm | typeof documentsForm,
) => filled(Object.assign({}, ...Object.values(form).map((section) => section.fields)) as Fields);

const lookups = fc.dictionary(
  fc.constantFrom('person-trips', 'overdue-passports', 'similar-trips'),
  fc.oneof(
    junk,
    fc.dictionary(
      fc.constantFrom('trips', 'documents'),
      fc.oneof(
        junk,
        fc.array(fc.dictionary(fc.constantFrom('exitDate', 'daysLate', 'countries', 'citizenId'), junk)),
      ),
    ),
  ) as fc.Arbitrary<Json>,
);

describe('no rule breaks, whatever is typed and whatever the registers answer', () => {
  test('on the filing', () => {
    fc.assert(
      fc.property(anyAnswers(tripForm), lookups, (answers, known) => {
        const found = problems(answers, { lookups: known });
        expect(found.filter((p) => p.code === 'check.failed')).toEqual([]);
        for (const problem of found) expect(problem.message).not.toMatch(/undefined|NaN|\[object/);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ['change', changeForm],
    ['extension', extensionForm],
    ['return', returnForm],
    ['documents', documentsForm],
  ] as const)('on the form %s', (key, form) => {
    const checks = outboundTrip.forms[key]?.checks ?? [];
    fc.assert(
      fc.property(anyAnswers(form), (answers) => {
        const found = runChecks(checks, form, answers, contextOf(policies));
        expect(found.filter((p) => p.code === 'check.failed')).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
