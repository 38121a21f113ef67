import { isJsonObject, type Json } from '@zhitongche/base';
import type { CaseState, CheckContext, PersonRef } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';
import { countIn, rowsAt, textIn } from '../../shared/lookup-rows.ts';
import { readAccount } from './form.ts';
import { key } from './policy.ts';
import { type Held, standingIn } from './standing.ts';

/** The same day some months on; the last of the month where that has fewer days. */
export const monthsOn = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const at = year * 12 + month - 1 + months;
  const last = new Date(Date.UTC(Math.floor(at / 12), (at % 12) + 1, 0)).getUTCDate();
  return new Date(Date.UTC(Math.floor(at / 12), at % 12, Math.min(date, last))).toISOString().slice(0, 10);
};

/** A hand-over as both sign it. */
export interface Handover {
  readonly from: PersonRef & { readonly login: string };
  readonly to: PersonRef & { readonly login: string };
  readonly absent: boolean;
  readonly cases: readonly Held[];
}

/** What a filing fixes for its later steps: the figures of the day, when each clerk was trained, who hands over what. */
export interface AccountFigures {
  readonly termMonths: number;
  readonly clerks: readonly {
    readonly name: string;
    readonly login: string;
    /** Last course for clerks he passed; empty = none on record. */
    readonly trainedOn: string;
    /** He was a clerk of the unit before. */
    readonly returns: boolean;
  }[];
  /** The unit had an account before, which is opened anew. */
  readonly reopens: boolean;
  /** Clerks in post, whom a closing ends. */
  readonly inPost: readonly string[];
  readonly handover: Handover | null;
}

/** Computes it from the answers and what is on file. */
export const deriveAccount = (answers: Answers, { policy, facts }: CheckContext): Json => {
  const { matter, clerks = [], from, to, absent } = readAccount(answers);
  const standing = standingIn(facts);
  const person = (login: string | undefined) => standing.logins.find((one) => one.login === login);
  const [giver, taker] = [person(from), person(to)];
  const ref = ({ id, name, org, login }: NonNullable<typeof giver>) => ({ id, name, org, login });
  return {
    termMonths: policy.number(key('term-months')),
    clerks: clerks.map(({ name = '', login = '' }) => {
      const trainedOn = standing.trained.find((one) => one.name === name)?.day ?? '';
      return { name, login, trainedOn, returns: standing.clerks.some((one) => one.login === login) };
    }),
    reopens: standing.account?.stage === 'closed',
    inPost: standing.clerks.filter(({ stage }) => stage !== 'left').map(({ login }) => login),
    handover:
      matter === 'handover' && giver && taker
        ? {
            from: ref(giver),
            to: ref(taker),
            absent: absent === true,
            cases: standing.cases.map((one) => ({ ...one })),
          }
        : null,
  };
};

const personIn = (value: Json | undefined): Handover['from'] | null =>
  value !== undefined && isJsonObject(value)
    ? { id: textIn(value.id), name: textIn(value.name), org: textIn(value.org), login: textIn(value.login) }
    : null;

/** Reads the figures a filing fixed. */
export const figuresIn = ({ derived }: Pick<CaseState, 'derived'>): AccountFigures => {
  const all = derived !== null && isJsonObject(derived) ? derived : {};
  const hand =
    all.handover !== undefined && all.handover !== null && isJsonObject(all.handover) ? all.handover : null;
  const [from, to] = [personIn(hand?.from), personIn(hand?.to)];
  return {
    termMonths: countIn(all.termMonths),
    clerks: rowsAt(all, 'clerks').map(({ name, login, trainedOn, returns }) => ({
      name: textIn(name),
      login: textIn(login),
      trainedOn: textIn(trainedOn),
      returns: returns === true,
    })),
    reopens: all.reopens === true,
    inPost: Array.isArray(all.inPost) ? all.inPost.filter((one) => typeof one === 'string') : [],
    handover:
      hand && from && to
        ? {
            from,
            to,
            absent: hand.absent === true,
            cases: rowsAt(hand, 'cases').map(({ id, number, title, status }) => ({
              id: textIn(id),
              number: textIn(number),
              title: textIn(title),
              status: textIn(status),
            })),
          }
        : null,
  };
};
