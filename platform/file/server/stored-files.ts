/** Every column that names a file of the store; a test holds it against the schema. */
export const FILE_COLUMNS: readonly {
  readonly table: string;
  readonly column: string;
  /** SQL for what the file is called. */
  readonly name: string;
  /** SQL for its length, where it is on record. */
  readonly size: string;
}[] = [
  {
    table: 'paper',
    column: 'pdf_digest',
    name: "title || coalesce(' ' || number, '') || ' PDF'",
    size: 'null',
  },
  {
    table: 'paper',
    column: 'docx_digest',
    name: "title || coalesce(' ' || number, '') || ' DOCX'",
    size: 'null',
  },
  { table: 'paper_edition', column: 'pdf_digest', name: "paper || ' 全本 PDF'", size: 'null' },
  { table: 'paper_edition', column: 'docx_digest', name: "paper || ' 全本 DOCX'", size: 'null' },
  { table: 'upload', column: 'digest', name: 'name', size: 'size' },
  { table: 'kept_upload', column: 'digest', name: 'name', size: 'size' },
  { table: 'visitor_party', column: 'scan_digest', name: 'scan_name', size: 'null' },
  { table: 'budget_reading', column: 'digest', name: 'name', size: 'size' },
  { table: 'budget_file', column: 'digest', name: "'预算文件 ' || file", size: 'null' },
];

/** One file the database names. */
export interface StoredFile {
  readonly digest: string;
  readonly name: string;
  readonly size: number | null;
}

/** Runs SQL within the transaction the files are read in. */
export interface Ask {
  <R extends object>(text: string, values?: readonly unknown[]): Promise<R[]>;
}

const PAGE = 500;

/**
 * Calls for every file once, by digest, holding a page of them in memory; `office` null = of all offices. Runs inside the
 * caller's transaction, and sees what that sees.
 */
export async function eachStoredFile(
  query: Ask,
  office: string | null,
  visit: (file: StoredFile) => Promise<void>,
  columns: typeof FILE_COLUMNS = FILE_COLUMNS,
): Promise<void> {
  const parts = columns.map(
    ({ table, column, name, size }) =>
      `select ${column} as digest, ${name} as name, ${size}::bigint as size from ${table}
       where ${column} is not null${office === null ? '' : ' and office = $1'}`,
  );
  await query(
    `declare stored_file no scroll cursor for select distinct on (digest) digest, name, size
     from (${parts.join(' union all ')}) files order by digest, size nulls last`,
    office === null ? [] : [office],
  );
  for (;;) {
    const page = await query<StoredFile>(`fetch ${PAGE} from stored_file`);
    for (const file of page) await visit(file);
    if (page.length < PAGE) break;
  }
  await query('close stored_file');
}
