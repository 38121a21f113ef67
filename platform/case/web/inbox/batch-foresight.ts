import type { Service } from '@zhitongche/case';
import type { CaseView } from '@zhitongche/contract';
import { exceptionsHead, rulesSaid } from '../card/exceptions.ts';

/** What is known of a case before it is decided together with others. */
export interface Foreseen {
  /** What whoever decides should know first, in a few words. */
  readonly words: string;
  /** It cannot be decided like this. */
  readonly stops: boolean;
  /** Worth a look of its own: it stays out unless somebody takes it in. */
  readonly careful: boolean;
}

/** Reads off the case itself whether an act is open on it, what its rules say, and whether it can be taken back. */
export const foreseen = (view: CaseView, service: Service, key: string): Foreseen => {
  const act = view.acts.find((one) => one.act === key);
  if (act === undefined) return { words: '已有变化，请打开办理', stops: true, careful: false };
  const exceptions = rulesSaid(view, service)?.exceptions ?? [];
  return {
    words: [
      ...(exceptions.length > 0 ? [exceptionsHead(exceptions)] : []),
      act.final === true ? '办后不能撤回' : '办后可以撤回',
    ].join('，'),
    stops: false,
    careful: exceptions.length > 0,
  };
};

/** What is said above the list before many are decided: how many stay out and why, how many are for good. */
export const foreseenHead = (all: readonly Foreseen[]): string => {
  const count = (which: (one: Foreseen) => boolean): number => all.filter(which).length;
  const careful = count((one) => one.careful);
  const final = count((one) => one.words.includes('不能撤回'));
  return [
    ...(careful > 0 ? [`${careful} 件有例外，没有勾选，看过后再勾`] : []),
    ...(final > 0 ? [`${final} 件办后不能撤回`] : []),
  ].join('；');
};
