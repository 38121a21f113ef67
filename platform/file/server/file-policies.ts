import { type PolicyDef, type PolicyRow, makePolicyReader } from '@zhitongche/office';

/** How much one case may hold; offices set it like any other policy. */
export const FILE_POLICIES = [
  {
    key: 'files.case-count',
    label: '一件办件的附件数上限',
    type: 'number',
    unit: '个',
    default: 300,
    unconfirmed: true,
  },
  {
    key: 'files.case-megabytes',
    label: '一件办件的附件总大小上限',
    type: 'number',
    unit: 'MB',
    default: 1000,
    unconfirmed: true,
  },
  {
    key: 'files.export-rows',
    label: '一次导出列表的行数上限',
    type: 'number',
    unit: '行',
    default: 2000,
    unconfirmed: true,
  },
] as const satisfies readonly PolicyDef[];

/** The limits in force. */
export interface FilePolicy {
  readonly count: number;
  readonly bytes: number;
  readonly exportRows: number;
}

/** The limits in force on a day. */
export function filePolicy(rows: readonly PolicyRow[], day: string): FilePolicy {
  const reader = makePolicyReader(FILE_POLICIES, rows, [], day);
  return {
    count: reader.number('files.case-count'),
    bytes: reader.number('files.case-megabytes') * 1024 * 1024,
    exportRows: reader.number('files.export-rows'),
  };
}
