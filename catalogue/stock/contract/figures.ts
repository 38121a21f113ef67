import { decimalOf, decimalText, moneyText, total } from '@zhitongche/base';
import type { Contract } from './form.ts';

type Payments = NonNullable<Contract['payments']>;

/** Sum of payments, two places. */
export const sumOf = (payments: Payments): string =>
  decimalText(total(payments.flatMap(({ amount }) => decimalOf(amount) ?? [])));

/** Place of the next payment nobody has made: the earliest due; -1 = none. */
export const nextUnpaid = ({ payments = [] }: Contract): number =>
  payments.reduce((next, { day = '', paidOn }, at) => {
    const earliest = payments[next]?.day;
    return !paidOn && day !== '' && (earliest === undefined || day < earliest) ? at : next;
  }, -1);

/** The next payment in words. */
export const nextPayment = (contract: Contract): string => {
  const { day, amount } = contract.payments?.[nextUnpaid(contract)] ?? {};
  return day === undefined ? '' : `${day} ${moneyText(amount ?? '')}元`;
};

/** Persons on the spot on a day, the first and the last day of each included. */
export const presentOn = ({ people = [] }: Contract, day: string): number =>
  people.filter(({ from, until }) => from !== undefined && from <= day && (!until || day <= until)).length;

/** Persons on the spot, and how many fewer they are than the contract asks for. */
export const presentWords = (contract: Contract, day: string): string => {
  const { least, people = [] } = contract;
  if (least === undefined && people.length === 0) return '';
  const present = presentOn(contract, day);
  return least !== undefined && present < least ? `${present}人，缺${least - present}人` : `${present}人`;
};

/**
 * Who was on the spot and from which days it counts: the day of arrival, and the first day of each later year somebody began on
 * the spot; without a day of leaving until the contract ends.
 */
export const presentDays = ({
  people = [],
  until: end,
}: Contract): readonly { day: string; name: string }[] =>
  people.flatMap(({ name, from, until }) => {
    if (name === undefined || from === undefined) return [];
    const last = until ?? end ?? from;
    const years = Number(last.slice(0, 4)) - Number(from.slice(0, 4));
    const begun = Array.from(
      { length: Math.max(years, 0) },
      (_, at) => `${Number(from.slice(0, 4)) + at + 1}-01-01`,
    );
    return [from, ...begun].map((day) => ({ day, name }));
  });
