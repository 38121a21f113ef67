import { layouts } from '../layout/layouts.ts';
import type { BudgetTable, Disclosure, Section } from '../model/disclosure.ts';
import { departmentBlocks, termAndYearBlocks } from './declaration-blocks.ts';
import type { Block, OfficeDocument } from './document.ts';
import { paymentPlanBlocks } from './form-blocks.ts';
import { tableBlocks } from './table-blocks.ts';

/** Something that stands under a heading of the narrative, or at the end when no heading fits. */
interface Attachment {
  readonly under: RegExp;
  readonly blocks: readonly Block[];
}

/** The whole disclosure as its office prints it: budget tables, narrative with the forms and tables that belong under its headings. */
export function disclosureDocument(model: Disclosure): OfficeDocument {
  const { name } = model.department;
  const title = `${name ?? ''}${model.year === null ? '' : `${model.year}年`}部门预算信息公开`;
  const waiting = [...attachments(model)];
  const blocks: Block[] = [];
  // Hebei prints its tables before the text; elsewhere they wait for the heading that announces them.
  if (!waiting.some((attachment) => attachment.under.source === reports.source))
    blocks.push(...budgetTables(model));
  model.narrative.forEach((section, at) => {
    blocks.push(...sectionBlocks(section));
    for (const attachment of waiting.slice()) {
      if (!attachment.under.test(section.title ?? '') || later(model.narrative, at, attachment.under))
        continue;
      blocks.push(...attachment.blocks);
      waiting.splice(waiting.indexOf(attachment), 1);
    }
  });
  return {
    title,
    blocks: [...blocks, ...waiting.flatMap((attachment) => attachment.blocks)].filter(
      (block) => block.kind === 'grid' || block.text !== '',
    ),
  };
}

const reports = /预算报表/;

/** The same words may head a table of contents and the part itself; the last one counts. */
function later(sections: readonly Section[], at: number, under: RegExp): boolean {
  return sections.slice(at + 1).some((section) => under.test(section.title ?? ''));
}

function attachments(model: Disclosure): Attachment[] {
  const found: Attachment[] = [];
  if (model.narrative.some((section) => reports.test(section.title ?? '')))
    found.push({ under: reports, blocks: budgetTables(model) });
  const forms = model.projects.flatMap((form, at) =>
    form.layout === 'payment-plan'
      ? paymentPlanBlocks(form, model.department, at + 1)
      : termAndYearBlocks(form, model.year, at + 1),
  );
  const department = model.departmentForm === null ? [] : departmentBlocks(model.departmentForm, model.year);
  if (forms.length + department.length > 0)
    found.push({ under: /项目预算|预算项目|绩效管理/, blocks: [...department, ...forms] });
  for (const { table, under } of placed(model)) {
    if (under !== undefined) found.push({ under: new RegExp(under), blocks: tableBlocks(model, table) });
  }
  return found;
}

function placed(model: Disclosure): { table: BudgetTable; under: string | undefined }[] {
  const definitions = layouts[model.layout].tables;
  return model.tables.map((table) => ({
    table,
    under: definitions.find((definition) => definition.id === table.id)?.under,
  }));
}

function budgetTables(model: Disclosure): Block[] {
  return placed(model).flatMap(({ table, under }) => (under === undefined ? tableBlocks(model, table) : []));
}

function sectionBlocks(section: Section): Block[] {
  const { no, title } = section;
  const heading =
    title === null ? '' : no?.startsWith('第') ? `${no} ${title}`.trim() : `${no ?? ''}、${title}`;
  return [
    { kind: 'heading', text: heading },
    ...section.paragraphs.map((text): Block => ({ kind: 'paragraph', text })),
  ];
}
