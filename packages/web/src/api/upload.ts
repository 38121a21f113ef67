import type { EndpointName } from '@zhitongche/contract';
import { urlOf } from './client.ts';
import { newKey } from './key.ts';
import { problemFrom, Unreachable } from './problem.ts';
import { session } from './session.ts';
import type { Input, Reply } from './types.ts';

/** Endpoints that take a file. */
export type UploadName = 'uploadFile' | 'importRows' | 'verifyFile' | 'readBudget';

/**
 * Sends one file as multipart; XMLHttpRequest because fetch still cannot tell how much has been sent.
 * @param progress called with 0…1 as bytes leave.
 * @throws ApiProblem, Unreachable, or an AbortError when `signal` fires.
 */
export const upload = <N extends UploadName & EndpointName>(
  name: N,
  input: Input<N>,
  file: File,
  progress: (share: number) => void = () => {},
  signal?: AbortSignal,
): Promise<Reply<N>> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', urlOf<UploadName>(name, input));
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('idempotency-key', newKey());
    request.setRequestHeader('x-csrf-token', session.csrf());
    request.responseType = 'json';
    request.upload.onprogress = (e) => e.lengthComputable && progress(e.loaded / e.total);
    request.onload = () => {
      if (request.status === 401) session.ended();
      if (request.status >= 200 && request.status < 300) resolve(request.response as Reply<N>);
      else reject(problemFrom(request.status, request.response));
    };
    request.onerror = () => reject(new Unreachable());
    request.onabort = () => reject(new DOMException('已取消', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
