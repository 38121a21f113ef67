import type { Service } from '@zhitongche/case';
import type { TableField } from '@zhitongche/form';
import { dayInShanghai } from '@zhitongche/base';
import { type OfficeActor, type App, notFound, unsound } from '@zhitongche/core/server';
import { factsOf } from '../case/facts.ts';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { demandFilingUnit } from '../usecase/create-case.ts';
import { tooLarge, type ImportedRows, importRows, spool, templateOf } from '@zhitongche/file/server';

/** A service with an importable table field, in the newest version. */
async function importable(
  app: App,
  code: string,
  key: string,
): Promise<{ service: Service; field: TableField }> {
  const service = await app.services.latest(code);
  const found = fieldsOf(service).find(([name]) => name === key)?.[1];
  if (!service || found?.kind !== 'table' || found.importable !== true)
    throw notFound('import.no-field', '此项不支持表格导入。', 'This field cannot be imported.');
  return { service, field: found };
}

/** Reads rows of a field from an uploaded spreadsheet, for those who may file the service; nothing is stored. */
export async function importSpreadsheet(
  app: App,
  actor: OfficeActor,
  to: { readonly service: string; readonly field: string },
  file: { readonly name: string; readonly stream: Readable; readonly limit: number },
): Promise<ImportedRows> {
  const { service, field } = await importable(app, to.service, to.field);
  const book = await app.offices.get(actor.office);
  demandFilingUnit(actor, service, book.tree);
  const today = dayInShanghai(app.clock().toISOString());
  const kept = await spool(file.stream, join(app.config.dataDir, 'spool'), file.limit);
  if (!kept) throw tooLarge(file.limit);
  try {
    const sheets = await app.reader.read('sheets', kept, { name: file.name }, actor.id);
    if (!sheets.ok) throw unsound(sheets.problems, sheets.problems[0]?.code, sheets.problems[0]?.message);
    return importRows(to.field, field, sheets.value, {
      today,
      facts: factsOf(book, today, {}),
    });
  } finally {
    await kept.drop();
  }
}

/** The blank form of an importable field. */
export async function importTemplate(
  app: App,
  service: string,
  key: string,
): Promise<{ bytes: Uint8Array; name: string }> {
  const { field } = await importable(app, service, key);
  return { bytes: await templateOf(field), name: `${field.label}导入模板.xlsx` };
}

const fieldsOf = (service: Service | undefined) =>
  Object.values(service?.form ?? {}).flatMap((section) => Object.entries(section.fields));
