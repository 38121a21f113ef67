import type { Answers } from '@zhitongche/form';
import type { ExtraForm, Service } from './service.ts';
import type { CaseState } from './state.ts';
import { isClosed } from './status-words.ts';

/** What was asked for on the way of a case, and is being decided. */
export interface Request {
  readonly key: string;
  readonly extra: ExtraForm;
  readonly data: Answers;
}

/** The request a case waits on somebody to decide; undefined while there is none. */
export const requestDecided = (service: Service, state: CaseState): Request | undefined => {
  const key = isClosed(state.status) ? undefined : service.deciding?.(state);
  const extra = key === undefined ? undefined : service.forms[key];
  const last = key === undefined ? undefined : state.records[key]?.at(-1);
  return key !== undefined && extra && last ? { key, extra, data: last.data } : undefined;
};
