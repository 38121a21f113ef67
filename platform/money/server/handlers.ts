import { API } from '@zhitongche/contract';
import type { Handlers } from '@zhitongche/core/server';
import { uploadedFile, XLSX } from '@zhitongche/file/server';
import { closeMoneyDay, moneyDay, moneyDays } from './books.ts';
import { receive } from './call-back.ts';
import { moneyExport, moneyLines } from './ledger.ts';
import { localSheet, payLocally } from './local-port.ts';
import { moneyFindings, settleFinding } from './look-at.ts';
import { payOrder } from './orders.ts';
import { importDaySheet } from './sheets.ts';

type Names =
  | 'payOrder'
  | 'payCallback'
  | 'localPay'
  | 'localSheet'
  | 'moneyLines'
  | 'moneyExport'
  | 'moneyFindings'
  | 'settleFinding'
  | 'moneyDays'
  | 'moneyDay'
  | 'importDaySheet'
  | 'closeMoneyDay';

const one = (header: string | string[] | undefined): string => (typeof header === 'string' ? header : '');

/** Money of cases. */
export const moneyHandlers: Handlers<Names> = {
  payOrder: ({ app, actor, params }) => payOrder(app, actor, params.case),
  payCallback: ({ app, body, request }) =>
    receive(app, {
      raw: body,
      timestamp: one(request.headers['x-pay-timestamp']),
      signature: one(request.headers['x-pay-signature']),
      source: request.ip,
    }),
  // Back to this very process: whoever calls may not say where to.
  localPay: ({ app, body, request }) =>
    payLocally(app, body, `http://127.0.0.1:${request.socket.localPort ?? 0}`),
  localSheet: async ({ app, query }) => {
    const { bytes, name } = await localSheet(app, query.day);
    return { body: bytes, type: 'text/csv', name };
  },
  moneyLines: ({ app, actor, query }) => moneyLines(app, actor, query),
  moneyExport: async ({ app, actor, query }) => {
    const { bytes, name } = await moneyExport(app, actor, query);
    return { body: bytes, type: XLSX, name };
  },
  moneyFindings: ({ app, actor }) => moneyFindings(app, actor),
  settleFinding: ({ app, actor, body, key }) =>
    settleFinding(app, actor, { key, what: 'settleFinding', request: body }, body),
  moneyDays: ({ app, actor }) => moneyDays(app, actor),
  moneyDay: ({ app, actor, params, query }) => moneyDay(app, actor, params.day, query.counted),
  importDaySheet: async ({ app, actor, params, request, key }) => {
    const limit = API.importDaySheet.upload.maxBytes;
    const part = await uploadedFile(request, limit);
    return await importDaySheet(app, actor, key, params.source, {
      name: part.filename,
      stream: part.file,
      limit,
    });
  },
  closeMoneyDay: ({ app, actor, params, body, key }) =>
    closeMoneyDay(
      app,
      actor,
      { key, what: 'closeMoneyDay', request: { ...params, ...body } },
      params.day,
      body,
    ),
};
