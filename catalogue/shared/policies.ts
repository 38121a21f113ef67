import type { PolicyDef } from '@zhitongche/office';

/** What a figure says besides its value; without more it awaits confirmation. */
export type More = Pick<PolicyDef, 'basis' | 'unconfirmed' | 'among'>;

/** A figure whose text was not read yet. */
export const ask = { unconfirmed: true } as const;

/** Builders of a service's figures; each is called by the name after the service's code. */
export const policiesOf = (code: string) => {
  /** Full key of a figure of this service. */
  const key = (name: string): string => `${code}.${name}`;
  const figure = (name: string, label: string, value: number, unit: string, more: More = ask): PolicyDef => ({
    key: key(name),
    label,
    type: 'number',
    unit,
    default: value,
    ...more,
  });
  return {
    key,
    figure,
    /** Working days of a step: `days.<name>`. */
    days: (name: string, label: string, value: number, more: More = ask): PolicyDef =>
      figure(`days.${name}`, label, value, '工作日', more),
    flag: (name: string, label: string, value: boolean, more: More = ask): PolicyDef => ({
      key: key(name),
      label,
      type: 'yes-no',
      default: value,
      ...more,
    }),
    words: (name: string, label: string, value: readonly string[], more: More = ask): PolicyDef => ({
      key: key(name),
      label,
      type: 'list',
      default: value,
      ...more,
    }),
    /** A fee, in yuan: without an amount of its own nothing is charged, or filed, before the office has set one. */
    fee: (name: string, label: string, unit: string, amount = '', more: More = ask): PolicyDef => ({
      key: key(name),
      label,
      type: 'money',
      unit,
      default: amount,
      ...more,
    }),
    phrase: (name: string, label: string, value: string, more: More = ask): PolicyDef => ({
      key: key(name),
      label,
      type: 'text',
      default: value,
      ...more,
    }),
  };
};
