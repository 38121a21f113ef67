import { API } from '@zhitongche/contract';
import type { Handlers } from '@zhitongche/core/server';
import { templateOf, uploadedFile, XLSX } from '@zhitongche/file/server';
import { citedRows } from './cited-rows.ts';
import { bookingFile } from './booking-file.ts';
import { exportKept } from './export-kept.ts';
import { importKept } from './import-kept.ts';
import { importColumns } from './import-plan.ts';
import { pickedRow, picksFor } from './picks.ts';
import { askPublic, publicRegisters } from './public-row.ts';
import { registerIn } from './register-in.ts';
import { openKeptFile, uploadToRegister } from './kept-files.ts';
import { keepMany } from './keep-many.ts';
import { keepRow } from './keep-row.ts';
import { checkIn } from '../check-in/check-in.ts';
import { doorCodes } from '../check-in/door-codes.ts';
import { countBy } from './count-by.ts';
import { countPieces } from './count-pieces.ts';
import { keptRegisters, stageCounts } from './count-rows.ts';
import { listDuties } from './list-duties.ts';
import { listRows } from './list-rows.ts';
import { rowPaper } from './row-paper.ts';
import { rosterOf } from './roster-view.ts';
import { showRow } from './show-row.ts';
import { slotsOf } from './slots.ts';

/** Registers that people keep. */
export const keptHandlers: Handlers<
  | 'duties'
  | 'keptCount'
  | 'keptUpload'
  | 'keptFile'
  | 'keptCalendar'
  | 'keptSlots'
  | 'doorCodes'
  | 'checkIn'
  | 'keptRoster'
  | 'picks'
  | 'picked'
  | 'citedRows'
  | 'publicRegisters'
  | 'askRegister'
  | 'keptImport'
  | 'keptExport'
  | 'keptPaper'
  | 'keptTemplate'
  | 'keptRegisters'
  | 'keptRows'
  | 'keptStages'
  | 'keptCounts'
  | 'keptRow'
  | 'keptEnter'
  | 'keptAct'
  | 'keptMany'
> = {
  keptRegisters: ({ app, actor }) => keptRegisters(app, actor),
  duties: ({ app, actor }) => listDuties(app, actor),
  keptRows: ({ app, actor, params, query }) =>
    listRows(app, actor, params.register, { ...query, filters: query.filters?.split('\n') }),
  keptStages: ({ app, actor, params }) => stageCounts(app, actor, params.register),
  keptCounts: ({ app, actor, params, query }) =>
    countBy(app, actor, params.register, { ...query, filters: query.filters?.split('\n') }),
  keptRow: ({ app, actor, params }) => showRow(app, actor, params.register, params.id),
  keptEnter: ({ app, actor, params, body, key }) =>
    keepRow(app, actor, { register: params.register, key, command: body.command }),
  keptCount: ({ app, actor, params, body }) => countPieces(app, actor, params.register, body),
  keptUpload: async ({ app, actor, params, query, request }) => {
    const limit = API.keptUpload.upload.maxBytes;
    const part = await uploadedFile(request, limit);
    return await uploadToRegister(app, actor, params.register, {
      name: part.filename,
      stream: part.file,
      limit,
      photo: query.photo === '1',
    });
  },
  keptFile: ({ app, actor, params }) => openKeptFile(app, actor, params.register, params.id, params.file),
  keptCalendar: ({ app, actor, params }) => bookingFile(app, actor, params.register, params.id),
  keptRoster: ({ app, actor, params, query }) =>
    rosterOf(app, actor, params.register, query.from, query.until),
  doorCodes: ({ app, actor, params }) => doorCodes(app, actor, params.register, params.id),
  checkIn: ({ app, actor, body, key }) => checkIn(app, actor, { key, ...body }),
  keptSlots: ({ app, actor, params, query }) => slotsOf(app, actor, params.register, query.from, query.until),
  citedRows: ({ app, actor, body }) => citedRows(app, actor, body.titles),
  picked: ({ app, actor, params }) => pickedRow(app, actor, params.from, params.id),
  picks: ({ app, actor, params, query }) => picksFor(app, actor, params.from, query.q ?? ''),
  publicRegisters: async ({ app }) => publicRegisters(app),
  // Too many asked: the same look with nothing known, so that neither words, bytes nor time tell it from a miss.
  askRegister: ({ app, params, body, request }) =>
    askPublic(
      app,
      app.config.office,
      params.register,
      'overLimit' in request && request.overLimit === true ? {} : body.given,
    ),
  keptImport: async ({ app, actor, params, query, key, request }) => {
    const limit = API.keptImport.upload.maxBytes;
    const part = await uploadedFile(request, limit);
    const file = { name: part.filename, stream: part.file, limit };
    return await importKept(app, actor, { register: params.register, key, ...query, file });
  },
  keptTemplate: async ({ app, actor, params }) => {
    const { kind } = await registerIn(app, actor, params.register);
    const columns = importColumns(kind);
    const field = {
      kind: 'table',
      label: kind.name,
      columns,
      rowName: kind.measure,
      maxRows: 20_000,
    } as const;
    return { body: await templateOf(field), type: XLSX, name: `${kind.name}导入模板.xlsx` };
  },
  keptExport: async ({ app, actor, params, query }) =>
    await exportKept(app, actor, params.register, { ...query, filters: query.filters?.split('\n') }),
  keptPaper: ({ app, actor, params, query }) => {
    const { row, ...asked } = query;
    const list = { ...asked, filters: asked.filters?.split('\n') };
    return rowPaper(app, actor, { ...params, row, list });
  },
  keptMany: ({ app, actor, params, body, key }) => keepMany(app, actor, { ...params, ...body, key }),
  keptAct: ({ app, actor, params, body, key }) =>
    keepRow(app, actor, {
      register: params.register,
      id: params.id,
      revision: body.revision,
      key,
      command: body.command,
    }),
};
