import type { Problem } from '@zhitongche/base';

/** Who overtook a stale write, told to the person who lost the race. */
export interface Conflict {
  readonly revision: number;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

/** What a refusal may carry besides its sentences. */
export interface RefusalMore {
  readonly problems?: readonly Problem[];
  readonly conflict?: Conflict;
  /** Seconds until trying again makes sense; sent as `Retry-After`. */
  readonly retryAfter?: number;
}

/** An expected refusal on its way out of a use case; the HTTP door turns it into an RFC 9457 document, never into a 5xx. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly code: string;
  /** Chinese sentence for the person at the screen; `message` holds the English one. */
  readonly zh: string;
  readonly more: RefusalMore;

  constructor(status: number, code: string, zh: string, en: string, more: RefusalMore = {}) {
    super(en);
    this.status = status;
    this.code = code;
    this.zh = zh;
    this.more = more;
  }
}

/** 404: not there, or not for this reader; the two are told apart only in the audit. */
export const notFound = (code: string, zh: string, en: string): ProblemError =>
  new ProblemError(404, code, zh, en);

/** The same where it is there and somebody else's: the asker learns nothing of it, the audit what he asked for. */
export class NotYours extends ProblemError {
  /** As the audit names it. */
  readonly object: string;

  constructor(object: string, { status, code, zh, message }: ProblemError) {
    super(status, code, zh, message);
    this.object = object;
  }
}

/** What a refusal is called that nothing but the person's role explains; each is on record. */
const ACCESS_DENIED = 'access.denied';

/** 403: signed in, but this is another role's business. */
export const forbidden = (
  code = ACCESS_DENIED,
  zh = '当前账户没有办理此事的权限。',
  en = 'Your account has no right to do this.',
): ProblemError => new ProblemError(403, code, zh, en);

/** 422: understood but wrong; every fault at once. */
export const unsound = (
  problems: readonly Problem[],
  code = 'form.problems',
  zh = `有 ${problems.length} 处需要修改后再提交。`,
  en = `${problems.length} item(s) need attention.`,
): ProblemError => new ProblemError(422, code, zh, en, { problems });
