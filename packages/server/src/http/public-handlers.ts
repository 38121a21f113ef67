import { buffer } from 'node:stream/consumers';
import { API } from '@zhitongche/contract';
import { ProblemError } from '../problem-error.ts';
import { uploadedFile } from '../files/uploaded.ts';
import { branding, health } from '../query/health.ts';
import { alive, ready } from '../query/readiness.ts';
import { verifyByCode, verifyByFile } from '../query/verify-paper.ts';
import type { Handlers } from './handler.ts';

/** Doors without log-in. */
export const publicHandlers: Handlers<'health' | 'alive' | 'ready' | 'branding' | 'verify' | 'verifyFile'> = {
  health: ({ app }) => health(app),
  alive: () => alive(),
  ready: ({ app }) => ready(app),
  branding: ({ app }) => branding(app),
  verify: ({ app, params }) => verifyByCode(app, params.code),
  verifyFile: async ({ app, request }) => {
    const part = await uploadedFile(request, API.verifyFile.upload.maxBytes);
    const bytes = await buffer(part.file);
    if (part.file.truncated || bytes.length > API.verifyFile.upload.maxBytes)
      throw new ProblemError(413, 'file.too-large', '文件超过 20 MB。', 'The file is larger than 20 MB.');
    return await verifyByFile(app, new Uint8Array(bytes));
  },
};
