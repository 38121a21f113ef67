import { isJsonObject, type Json } from '@zhitongche/base';
import type { Facts } from '@zhitongche/form';
import { rowsAt, textIn } from '../../shared/lookup-rows.ts';

/** What is on file of the unit, as the server answers; what is not known stays empty. */
export interface Standing {
  /** False while nobody has answered. */
  readonly known: boolean;
  readonly account: { readonly stage: string; readonly until: string } | null;
  /** The code stands on another unit's account. */
  readonly taken: boolean;
  /** The unit above it, and whether that has an account. */
  readonly superior: { readonly name: string; readonly open: boolean } | null;
  readonly clerks: readonly Clerk[];
  /** Log-ins that were typed. */
  readonly logins: readonly Login[];
  /** Who of the unit passed a course for clerks, and when last. */
  readonly trained: readonly { readonly name: string; readonly day: string }[];
  /** Open cases of the log-in that hands over. */
  readonly cases: readonly Held[];
}
export interface Clerk {
  readonly name: string;
  readonly login: string;
  readonly stage: string;
}
export interface Login {
  readonly login: string;
  readonly id: string;
  readonly name: string;
  readonly org: string;
  /** It is active and files for this unit. */
  readonly files: boolean;
}
export interface Held {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status: string;
}

const NOBODY: Standing = {
  known: false,
  account: null,
  taken: false,
  superior: null,
  clerks: [],
  logins: [],
  trained: [],
  cases: [],
};

/** Reads the answer of the look-up `account`. */
export const standingIn = (facts: Pick<Facts, 'lookup'>): Standing => {
  const told = facts.lookup('account');
  if (!isJsonObject(told)) return NOBODY;
  const part = (key: string): { readonly [key: string]: Json | undefined } | null => {
    const value = told[key];
    return value !== undefined && isJsonObject(value) ? value : null;
  };
  const account = part('account');
  const superior = part('superior');
  const list = (key: string) => rowsAt(told, key);
  return {
    known: true,
    account: account && { stage: textIn(account.stage), until: textIn(account.until) },
    taken: told.taken === true,
    superior: superior && { name: textIn(superior.name), open: superior.open === true },
    clerks: list('clerks').map(({ name, login, stage }) => ({
      name: textIn(name),
      login: textIn(login),
      stage: textIn(stage),
    })),
    logins: list('logins').map(({ login, id, name, org, files }) => ({
      login: textIn(login),
      id: textIn(id),
      name: textIn(name),
      org: textIn(org),
      files: files === true,
    })),
    trained: list('trained').map(({ name, day }) => ({ name: textIn(name), day: textIn(day) })),
    cases: list('cases').map(({ id, number, title, status }) => ({
      id: textIn(id),
      number: textIn(number),
      title: textIn(title),
      status: textIn(status),
    })),
  };
};

/** Clerks who have not left. */
export const inPost = ({ clerks }: Standing): readonly Clerk[] =>
  clerks.filter(({ stage }) => stage !== 'left');
