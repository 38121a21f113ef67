import { API, type budgetEndpoints } from '@zhitongche/contract';
import { uploadedFile } from '@zhitongche/file/server';
import type { Handlers } from '@zhitongche/core/server';
import { budgetFile, comparisonFile } from './budget-files.ts';
import {
  findDisclosure,
  gapsOf,
  listDisclosures,
  type ListedDisclosure,
  publishedDisclosure,
  publishedDisclosures,
  showDisclosure,
  showVersion,
} from './disclosures.ts';
import { listReadings, originalFile, showReading, sourceLines, sourceOf, startReading } from './readings.ts';
import { saveDisclosure } from './save-disclosure.ts';

/** Department budgets: reading, correcting, publishing, open data. */
export const budgetHandlers: Handlers<keyof typeof budgetEndpoints> = {
  readBudget: async ({ app, actor, key, request }) => {
    const limit = API.readBudget.upload.maxBytes;
    const part = await uploadedFile(request, limit);
    return await startReading(app, actor, { key, name: part.filename, stream: part.file, limit });
  },
  budgetReadings: ({ app, actor }) => listReadings(app, actor),
  budgetReading: ({ app, actor, params }) => showReading(app, actor, params.id),
  budgetSource: ({ app, actor, params }) => sourceLines(app, actor, params.id),
  budgetOriginal: ({ app, actor, params }) => originalFile(app, actor, params.id),
  disclosures: ({ app, actor }) => listDisclosures(app, actor),
  disclosure: ({ app, actor, params }) => showDisclosure(app, actor, params.id),
  saveDisclosure: ({ app, actor, params, key, body }) =>
    saveDisclosure(app, actor, { id: params.id, key }, body),
  disclosureVersion: ({ app, actor, params }) => showVersion(app, actor, params.id, Number(params.no)),
  disclosureFile: async ({ app, actor, params }) =>
    await budgetFile(app, actor.office, await findDisclosure(app, actor, params.id), params.file),
  openBudgets: async ({ app }) => (await publishedDisclosures(app)).map(openRow),
  openBudget: async ({ app, params }) => {
    const row = await publishedDisclosure(app, params.id);
    return { ...openRow(row), model: row.model, reconciliation: row.reconciliation, gaps: gapsOf(row) };
  },
  openBudgetFile: async ({ app, params }) =>
    await budgetFile(app, app.config.office, await publishedDisclosure(app, params.id), params.file),
  openComparison: ({ app }) => comparisonFile(app),
};

const openRow = (row: ListedDisclosure) => ({
  id: row.id,
  department: row.department,
  year: row.year,
  layout: row.layout,
  counts: row.counts,
  source: sourceOf(row),
  publishedAt: (row.published_at ?? row.updated_at).toISOString(),
  profile: row.profile,
});
