import { join } from 'node:path';
import { API } from '@zhitongche/contract';
import { tooLarge, spool, uploadedFile } from '@zhitongche/file/server';
import { branding, health } from '../query/health.ts';
import { alive, ready } from '../query/readiness.ts';
import { trustList, verifyByCode, verifyByFile, verifyByNumber } from '@zhitongche/document/server';
import type { Handlers } from '@zhitongche/core/server';

/** Doors without log-in. */
export const publicHandlers: Handlers<
  'health' | 'alive' | 'ready' | 'branding' | 'verify' | 'verifyFile' | 'verifyNumber' | 'trustList'
> = {
  health: ({ app }) => health(app),
  alive: () => alive(),
  ready: ({ app }) => ready(app),
  branding: ({ app }) => branding(app),
  verify: ({ app, params }) => verifyByCode(app, params.code),
  verifyNumber: ({ app, body }) => verifyByNumber(app, body),
  trustList: ({ app }) => trustList(app),
  verifyFile: async ({ app, request }) => {
    const limit = API.verifyFile.upload.maxBytes;
    const part = await uploadedFile(request, limit);
    const kept = await spool(part.file, join(app.config.dataDir, 'spool'), limit);
    if (!kept) throw tooLarge(limit);
    try {
      return await verifyByFile(app, kept, request.ip);
    } finally {
      await kept.drop();
    }
  },
};
