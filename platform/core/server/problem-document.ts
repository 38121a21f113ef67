import type { ProblemDocument } from '@zhitongche/contract';
import type { Problem } from '@zhitongche/base';
import type { ProblemError } from './problem-error.ts';

/** Media type of RFC 9457. */
export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Chinese titles by status; a title tells the kind, `detail` tells the case. */
const TITLES: Readonly<Record<number, string>> = {
  400: '请求有误',
  401: '尚未登录',
  403: '没有权限',
  404: '没有找到',
  405: '不支持的操作',
  406: '无法提供所要的格式',
  408: '等候超时',
  409: '与现状冲突',
  413: '内容过大',
  414: '地址过长',
  415: '格式不受支持',
  422: '内容需要修改',
  428: '缺少必要信息',
  429: '操作过于频繁',
  431: '请求头过大',
  500: '系统故障',
  503: '系统繁忙',
};

/** Builds a problem document. */
export function problemDocument(
  status: number,
  code: string,
  detail: string,
  en: string,
  more: Pick<ProblemDocument, 'instance' | 'conflict'> & { readonly problems?: readonly Problem[] } = {},
): ProblemDocument {
  return {
    type: `urn:zhitongche:problem:${code}`,
    title: TITLES[status] ?? '请求未能完成',
    status,
    code,
    detail,
    en,
    ...(more.instance === undefined ? {} : { instance: more.instance }),
    ...(more.problems === undefined ? {} : { problems: [...more.problems] }),
    ...(more.conflict === undefined ? {} : { conflict: more.conflict }),
  };
}

/** The document of a refusal thrown by a use case. */
export const documentOf = (error: ProblemError, instance?: string): ProblemDocument =>
  problemDocument(error.status, error.code, error.zh, error.message, {
    ...(instance === undefined ? {} : { instance }),
    ...(error.more.problems === undefined ? {} : { problems: error.more.problems }),
    ...(error.more.conflict === undefined ? {} : { conflict: error.more.conflict }),
  });
