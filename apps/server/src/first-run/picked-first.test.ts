import { expect, test } from 'vitest';
import { registers } from '@zhitongche/catalogue/find-service.ts';
import { pickedFirst } from './picked-first.ts';

test('samples of a register are entered after those they pick from, whatever the order of the catalogue', () => {
  for (const order of [registers, registers.toReversed()]) {
    const codes = pickedFirst(order).map(({ code }) => code);
    expect(codes.toSorted()).toEqual(registers.map(({ code }) => code).toSorted());
    expect(codes.indexOf('course')).toBeLessThan(codes.indexOf('attendance'));
    expect(codes.indexOf('booking-resource')).toBeLessThan(codes.indexOf('booking'));
  }
});
