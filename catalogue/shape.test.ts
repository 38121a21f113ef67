import { describe, expect, test } from 'vitest';
import { outboundTrip } from './outbound/trip/index.ts';
import { shapeDifference, shapeOf } from './shape.ts';

const lock = { [outboundTrip.version]: shapeOf(outboundTrip) };
const { basics, ...rest } = outboundTrip.form;

describe('the shape of a service', () => {
  test('agrees with itself, whatever its wording', () => {
    expect(shapeDifference({ ...outboundTrip, name: '别名' }, lock)).toEqual([]);
  });

  test('differs when answers disappear under the same version', () => {
    expect(basics).toBeDefined();
    expect(shapeDifference({ ...outboundTrip, form: rest }, lock)).toContain(
      '- form.caseType choice own|span-lead|span-join|join|training',
    );
  });

  test('differs when a step is renamed', () => {
    const { window, ...steps } = outboundTrip.flow.steps;
    if (!window) throw new Error('the trip has a window');
    const renamed = { ...outboundTrip, flow: { ...outboundTrip.flow, steps: { ...steps, counter: window } } };
    expect(shapeDifference(renamed, lock)).toEqual(
      expect.arrayContaining(['- step.window work', '+ step.counter work']),
    );
  });

  test('a raised version wants a lock of its own', () => {
    expect(shapeDifference({ ...outboundTrip, version: 99 }, lock)).toEqual([
      'version 99 is not in the lock',
    ]);
  });
});
