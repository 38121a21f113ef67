import type { EndpointName } from '@zhitongche/contract';
import { urlOf } from './client.ts';
import { hands } from './hands.ts';
import { newKey } from './key.ts';
import { PASSING, patiently } from './patience.ts';
import { codeOf, problemFrom, Unreachable } from '@zhitongche/ui';
import { session } from './session.ts';
import type { Input, Reply } from './types.ts';

/** Endpoints that take a file. */
export type UploadName =
  | 'uploadFile'
  | 'keptUpload'
  | 'importRows'
  | 'keptImport'
  | 'verifyFile'
  | 'counterUpload'
  | 'importDaySheet'
  | 'readBudget';

/**
 * Sends one file as multipart; XMLHttpRequest because fetch still cannot tell how much has been sent.
 * @param progress called with 0…1 as bytes leave.
 * @throws ApiProblem, Unreachable, or an AbortError when `signal` fires.
 */
export const upload = async <N extends UploadName & EndpointName>(
  name: N,
  input: Input<N>,
  file: File,
  progress: (share: number) => void = () => {},
  signal?: AbortSignal,
): Promise<Reply<N>> => {
  const key = newKey();
  const { status, response } = await patiently(
    () => sendOnce(urlOf<UploadName>(name, input), key, file, progress, signal),
    (request) => ({
      status: request.status,
      retryAfter: request.getResponseHeader('retry-after'),
      code: PASSING.includes(request.status) ? codeOf(problemFrom(request.status, request.response)) : '',
    }),
    signal,
  );
  if (status === 401) session.ended();
  if (status < 200 || status >= 300) throw problemFrom(status, response);
  return response as Reply<N>;
};

const sendOnce = (
  url: string,
  key: string,
  file: File,
  progress: (share: number) => void,
  signal: AbortSignal | undefined,
): Promise<XMLHttpRequest> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('idempotency-key', key);
    request.setRequestHeader('x-csrf-token', session.csrf());
    for (const [name, value] of Object.entries(hands.header())) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.onprogress = (e) => e.lengthComputable && progress(e.loaded / e.total);
    request.onload = () => resolve(request);
    request.onerror = () => reject(new Unreachable());
    request.onabort = () => reject(new DOMException('已取消', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
