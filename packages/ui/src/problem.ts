import type { Problem } from '@zhitongche/base';

/** A refusal as the server words it (RFC 9457, with Chinese and English for people). */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly en: string;
  readonly instance?: string;
  readonly problems?: readonly Problem[];
  /** Who changed the thing meanwhile and when, and its revision now. */
  readonly conflict?: { readonly revision: number; readonly by: string; readonly at: string };
}

/** The server answered and refused; `doc` says why, in words for people. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly doc: ProblemDocument;
  constructor(doc: ProblemDocument) {
    super(doc.detail || doc.title);
    this.doc = doc;
  }
}

/** No answer came: offline, server away, or the line cut. Whether a write arrived is unknown; send it again with the same key. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
  constructor() {
    super('连接不上服务器。网络恢复后会自动重试，已填写的内容不会丢失。');
  }
}

/** The refusal of this page itself to speak for one person under the log-in of another. */
export const otherPerson = (): ApiProblem =>
  new ApiProblem({
    type: 'about:blank',
    title: '已换人登录',
    status: 401,
    code: 'auth.other-person',
    detail: '本浏览器已换人登录，请由本人重新登录后再办理。',
    en: 'Somebody else has signed in on this browser; please sign in again yourself.',
  });

/** Code of a refusal, or `unreachable`, or `unknown`. */
export const codeOf = (error: unknown): string =>
  error instanceof ApiProblem ? error.doc.code : error instanceof Unreachable ? 'unreachable' : 'unknown';

/** HTTP status of a refusal, 0 when none came. */
export const statusOf = (error: unknown): number => (error instanceof ApiProblem ? error.doc.status : 0);

/** Number under which the server remembers a request that went wrong unexpectedly; null for refusals that explain themselves. */
export const requestNumberOf = (error: unknown): string | null =>
  error instanceof ApiProblem && error.doc.status >= 500
    ? (/^urn:zhitongche:request:(.+)$/.exec(error.doc.instance ?? '')?.[1] ?? null)
    : null;

/** One Chinese sentence to show for any failure. */
export const sentenceOf = (error: unknown): string => {
  if (error instanceof ApiProblem) return error.doc.detail || error.doc.title;
  if (error instanceof Unreachable) return error.message;
  return '页面出了问题，请刷新后再试；如仍不行，请联系管理员。';
};

/** A failure in English. */
export const englishSentence = (error: unknown): string =>
  error instanceof ApiProblem
    ? error.doc.en
    : error instanceof Unreachable
      ? 'The server cannot be reached. What you typed is kept and sent once the network is back.'
      : 'Something went wrong on this page. Please load it again.';

/** The sentence with the request's number behind it, where a message is all there is room for. */
export const messageOf = (error: unknown): string => {
  const number = requestNumberOf(error);
  return number === null ? sentenceOf(error) : `${sentenceOf(error)}请求编号：${number}`;
};

/** All problems of a refusal at once; a refusal without a list becomes one problem for the whole page. */
export const problemsOfError = (error: unknown): readonly Problem[] => {
  if (error instanceof ApiProblem && error.doc.problems?.length) return error.doc.problems;
  const en = error instanceof ApiProblem ? error.doc.en : 'The request could not be completed.';
  return [{ code: codeOf(error), level: 'block', at: [], message: messageOf(error), en }];
};

/** Reads a refusal's body; anything that is not a problem document (a proxy's page) still becomes one. */
export const problemFrom = (status: number, body: unknown): ApiProblem =>
  new ApiProblem(
    isDocument(body)
      ? body
      : {
          type: 'about:blank',
          title: '服务暂时不可用',
          status,
          code: `http.${status}`,
          detail: status >= 500 ? '服务暂时不可用，请稍后再试。' : '请求没有被接受，请刷新页面后再试。',
          en: 'The service is not available at the moment. Please try again.',
        },
  );

const isDocument = (body: unknown): body is ProblemDocument =>
  typeof body === 'object' &&
  body !== null &&
  'code' in body &&
  typeof body.code === 'string' &&
  'detail' in body &&
  typeof body.detail === 'string';
