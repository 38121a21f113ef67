import { layouts } from '../layout/layouts.ts';
import type { BudgetTable, DepartmentForm, Disclosure, ProjectForm, Section } from '../model/disclosure.ts';
import { readDepartmentForm } from './department-form.ts';
import { Findings } from './finding.ts';
import { Cursor, type Line, type SourceLocation } from './line.ts';
import { noteGoals, type PlacedParagraph } from './note-goals.ts';
import { readPaymentPlanForm } from './payment-plan-form.ts';
import { emptyMeta, isIdentity, proseOf, type Session, takeMeta } from './session.ts';
import { readTable } from './table.ts';
import { readTermAndYearForm } from './term-year-form.ts';
import {
  declarationTitle,
  opensTable,
  paymentPlanTitle,
  sectionHeading,
  type TitledTable,
  titledTable,
} from './titles.ts';
import { isContentsEntry, isPageFurniture, isPageNumber, labelKey, tidy } from './words.ts';

/** A disclosure as read, with every spot a person should look at. */
export interface Reading {
  readonly model: Disclosure;
  readonly findings: Findings;
}

/** Turns the common stream of lines into the model; `onLine` is told the share of the file taken so far. */
export class Interpreter {
  readonly #session: Session;
  readonly #tables = new Map<string, BudgetTable>();
  readonly #projects: ProjectForm[] = [];
  readonly #sections: { no: string | null; title: string | null; paragraphs: string[] }[] = [];
  readonly #paragraphs: PlacedParagraph[] = [];
  #departmentForm: DepartmentForm | null = null;
  /** The table or form just read, whose rows those may be that follow an interruption. */
  #recent: string | null = null;

  constructor(lines: Iterable<Line>) {
    this.#session = {
      cursor: new Cursor(lines),
      findings: new Findings(),
      layout: null,
      department: { code: null, name: null },
      year: null,
    };
  }

  /** Reads on for about `lines` lines; returns the share of the file read, 1 when it is done. */
  advance(lines: number): number {
    const { cursor } = this.#session;
    for (let taken = 0; taken < lines; taken += 1) {
      const line = cursor.peek();
      if (line === undefined) return 1;
      this.#take(line);
    }
    return Math.min(cursor.peek()?.progress ?? 1, 0.999);
  }

  /** The model once everything is read. */
  finish(): Reading {
    const { findings, layout, department, year } = this.#session;
    const chosen = layout ?? 'hebei';
    this.#reportMissing(chosen);
    noteGoals(this.#paragraphs, year, findings);
    const tables = layouts[chosen].tables.flatMap((definition) => this.#tables.get(definition.id) ?? []);
    const narrative: Section[] = this.#sections.filter(
      (section) => section.title !== null || section.paragraphs.length > 0,
    );
    const model = {
      layout: chosen,
      department,
      year,
      tables,
      projects: this.#projects,
      departmentForm: this.#departmentForm,
      narrative,
    };
    return { model, findings };
  }

  #take(line: Line): void {
    const { cursor } = this.#session;
    const prose = proseOf(line);
    if (prose === null) {
      cursor.next();
      this.#orphan(line);
      return;
    }
    const text = tidy(prose);
    cursor.next();
    if (text === '') return;
    this.#session.year ??= /^.{0,30}?(20\d\d)\s*年度?[^，。；]{0,20}预算/.exec(text)?.[1] ?? null;
    const wrapped = this.#wrappedTitle(prose);
    if (wrapped !== null) cursor.next();
    const table = titledTable(wrapped ?? prose);
    const project = paymentPlanTitle(wrapped ?? prose);
    const declaration = declarationTitle(prose);
    if (table !== null) this.#table(table, wrapped ?? prose, line.place);
    else if (declaration === 'department') this.#department(line.place);
    else if (declaration === 'project') {
      this.#choose('shanxi');
      this.#recent = this.#nextProject;
      this.#projects.push(readTermAndYearForm(line.place, this.#nextProject, this.#session));
    } else if (project !== null && this.#announcesForm()) {
      this.#choose('hebei');
      this.#recent = this.#nextProject;
      this.#projects.push(
        readPaymentPlanForm(
          { ...project, name: tidy(project.name) },
          line.place,
          this.#nextProject,
          this.#session,
        ),
      );
    } else if (takeMeta(line, this.#session, emptyMeta())) return;
    else if (project !== null && project.no !== null) this.#refused(line, project.name);
    else if (isPageNumber(text)) this.#ignore(line, '页码', '按页码略过。', 'Skipped as a page number.');
    else if (isContentsEntry(prose))
      this.#ignore(line, '目录', '按目录略过。', 'Skipped as a table of contents entry.');
    else this.#prose(text, line.place);
  }

  /** What findings about the next form are filed under; forms without a code have no other key. */
  get #nextProject(): string {
    return `project:${this.#projects.length + 1}`;
  }

  /** A title too long for its page is printed on two lines; together they open a table or form that neither opens alone. */
  #wrappedTitle(prose: string): string | null {
    const next = this.#session.cursor.peek();
    const rest = next === undefined || next.starts ? null : proseOf(next);
    if (rest === null || prose.length > 60 || opensTable(prose) || titledTable(rest) !== null) return null;
    const whole = `${prose.trim()}${rest.trim()}`;
    const form =
      /^\d{1,3}[、.．]/.test(prose.trim()) && paymentPlanTitle(whole) !== null && !/^\d/.test(rest.trim());
    return titledTable(whole) !== null || form ? whole : null;
  }

  /** A form's title is followed by its identity or its first field; in a sentence about forms it is not. */
  #announcesForm(): boolean {
    let others = 0;
    for (let distance = 0; others < 4 && distance < 20; distance += 1) {
      const line = this.#session.cursor.peek(distance);
      if (line === undefined) return false;
      if (isFirstField(line)) return true;
      const prose = proseOf(line)?.trim();
      if (prose !== '' && !isPageFurniture(prose ?? '') && !isIdentity(line, this.#session)) others += 1;
    }
    return false;
  }

  /** A numbered title of a goal form under which no field is recognised: each is named, whatever becomes of its rows. */
  #refused(line: Line, name: string): void {
    this.#session.findings.add('unread', line.place, {
      subject: `${tidy(name)}·绩效目标表`,
      owner: 'projects',
      raw: line.cells.join(' '),
      message: '标题之下没有认得的栏目，这张绩效目标表未读入。',
      en: 'No known field follows this title; the goal form was not read.',
    });
  }

  #choose(layout: Disclosure['layout']): void {
    this.#session.layout ??= layout;
  }

  #table(found: TitledTable, prose: string, at: SourceLocation): void {
    const { findings } = this.#session;
    this.#choose(found.layout);
    const definition = layouts[found.layout].tables.find((table) => table.id === found.definition.id);
    if (definition === undefined || found.layout !== this.#session.layout) {
      findings.add('unread', at, {
        subject: found.definition.title,
        raw: prose,
        message: '这张表属于另一种版式，未读入。',
        en: 'This table belongs to another layout and was not read.',
      });
      return;
    }
    const table = readTable(definition, prose, at, this.#session);
    this.#recent = definition.id;
    if (table === null) return;
    if (found.continued) {
      findings.add('unread', at, {
        subject: definition.title,
        owner: table.id,
        field: 'row',
        raw: prose,
        message: '这张续表没有接在原表之后，其中各行未读入。',
        en: 'This continuation does not follow its table; its rows were not read.',
      });
    } else if (this.#tables.has(table.id)) {
      findings.add('doubtful', at, {
        subject: definition.title,
        owner: table.id,
        raw: prose,
        message: '同一张表出现了不止一次，采用第一次印的，这一份未采用。',
        en: 'The table is printed more than once; the first is used, this one is not.',
      });
    } else this.#tables.set(table.id, table);
  }

  #department(at: SourceLocation): void {
    this.#choose('shanxi');
    this.#recent = 'department';
    const form = readDepartmentForm(at, this.#session);
    if (this.#departmentForm === null) this.#departmentForm = form;
    else {
      this.#session.findings.add('doubtful', at, {
        subject: '部门整体支出绩效目标申报表',
        owner: 'department',
        message: '整体支出申报表出现了不止一次，采用第一次印的。',
        en: 'The department form is printed more than once; the first is used.',
      });
    }
  }

  #prose(text: string, place: SourceLocation): void {
    const heading = sectionHeading(text);
    if (heading !== null) this.#recent = null;
    else this.#paragraphs.push({ text, place });
    if (heading !== null) this.#sections.push({ ...heading, paragraphs: [] });
    else {
      if (this.#sections.length === 0) this.#sections.push({ no: null, title: null, paragraphs: [] });
      this.#sections.at(-1)?.paragraphs.push(text);
    }
  }

  #ignore(line: Line, subject: string, message: string, en: string): void {
    this.#session.findings.add('ignored', line.place, { subject, raw: line.cells.join(' '), message, en });
  }

  #orphan(line: Line): void {
    if (line.cells.every((cell) => cell.trim() === '')) return;
    if (takeMeta(line, this.#session, emptyMeta())) return;
    const printed = line.cells.filter((cell) => cell.trim() !== '');
    if (printed.length === 2 && isContentsEntry(printed.join('\t'))) {
      this.#ignore(line, '目录', '按目录略过。', 'Skipped as a table of contents entry.');
      return;
    }
    if (isFirstField(line)) this.#recent = 'projects';
    const owner = this.#recent;
    this.#session.findings.add('unread', line.place, {
      subject: '不属于任何表的行',
      ...(owner !== null && { owner }),
      ...(owner !== null && owner !== 'projects' && { field: 'row' }),
      raw: line.cells.map((cell) => tidy(cell)).join(' | '),
      message: '这一行不在任何认得的表里，未读入。',
      en: 'This row belongs to no table of the layout; it was not read.',
    });
  }

  #reportMissing(chosen: Disclosure['layout']): void {
    const { findings } = this.#session;
    if (this.#tables.size === 0) {
      findings.add(
        'missing',
        {},
        {
          subject: '预算表',
          message:
            this.#projects.length > 0
              ? '文中没有认得的预算表，只读到绩效目标表。'
              : '文中没有认得的预算表，也没有绩效目标表。',
          en: 'No budget table of a known layout was found.',
          advice: '请确认文件是部门预算公开文本，且编码、版式未损坏。',
        },
      );
      return;
    }
    for (const definition of layouts[chosen].tables) {
      if (this.#tables.has(definition.id)) continue;
      findings.add(
        'missing',
        {},
        {
          subject: definition.title,
          owner: definition.id,
          message: '没有读到这张表。',
          en: 'This table of the layout was not found.',
        },
      );
    }
  }
}

/** A row that holds the first fields of a project goal form. */
function isFirstField(line: Line): boolean {
  return line.row && line.cells.some((cell) => /^(?:项目编码|预算数|主管部门及代码)$/.test(labelKey(cell)));
}
