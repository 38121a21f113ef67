import { API } from '@zhitongche/contract';
import type { Handlers } from '@zhitongche/core/server';
import { printApplication } from './application-sheet.ts';
import { openCaseFile, uploadToCase } from './case-files.ts';
import { exportCases } from './export-cases.ts';
import { fileScans } from './scan-files.ts';
import { preparePaper } from './prepared-paper.ts';
import { importSpreadsheet, importTemplate } from './spreadsheet-import.ts';
import { caseSpecimens, openSpecimen } from './specimens.ts';
import { uploadedFile, XLSX } from '@zhitongche/file/server';

/** Attachments and spreadsheets. */
export const fileHandlers: Handlers<
  | 'uploadFile'
  | 'specimens'
  | 'specimen'
  | 'fileScans'
  | 'file'
  | 'preparedPaper'
  | 'applicationSheet'
  | 'importRows'
  | 'importTemplate'
  | 'exportCases'
> = {
  uploadFile: async ({ app, actor, params, query, request }) => {
    const limit = API.uploadFile.upload.maxBytes;
    const part = await uploadedFile(request, limit);
    const photo = query.photo === '1';
    return await uploadToCase(app, actor, params.case, {
      name: part.filename,
      stream: part.file,
      limit,
      photo,
    });
  },
  specimens: async ({ app, actor, params }) => await caseSpecimens(app, actor, params.case),
  specimen: async ({ app, actor, params }) => await openSpecimen(app, actor, params.case, params.file),
  fileScans: async ({ app, actor, params }) => await fileScans(app, actor, params.case),
  file: async ({ app, actor, params }) => await openCaseFile(app, actor, params.case, params.file),
  applicationSheet: async ({ app, actor, params, query }) =>
    await printApplication(app, actor, params.case, query.format ?? 'pdf'),
  preparedPaper: async ({ app, actor, params, query }) =>
    await preparePaper(app, actor, {
      caseId: params.case,
      paper: params.paper,
      row: query.row,
      format: query.format ?? 'pdf',
    }),
  importRows: async ({ app, actor, params, request }) => {
    const limit = API.importRows.upload.maxBytes;
    const part = await uploadedFile(request, limit);
    const { rows, problems, unknownHeads, passedOver } = await importSpreadsheet(app, actor, params, {
      name: part.filename,
      stream: part.file,
      limit,
    });
    return {
      rows: [...rows],
      problems: [...problems],
      unknownHeads: [...unknownHeads],
      passedOver: [...passedOver],
    };
  },
  exportCases: async ({ app, actor, query }) => {
    const { bytes, name } = await exportCases(app, actor, query);
    return { body: bytes, type: XLSX, name };
  },
  importTemplate: async ({ app, params }) => {
    const { bytes, name } = await importTemplate(app, params.service, params.field);
    return { body: bytes, type: XLSX, name };
  },
};
