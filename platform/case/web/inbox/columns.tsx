import type { ReactNode } from 'react';
import type { CaseRow } from '@zhitongche/contract';
import { own } from '@zhitongche/contract/web';
import { Light, dayOf, dayShort, instantShort } from '@zhitongche/ui';

/** A column of the inbox. */
export interface InboxColumn {
  readonly key: string;
  readonly label: string;
  /** Width as a grid track. */
  readonly track: string;
  /** Shown unless the person chose otherwise. */
  readonly usual: boolean;
  /** Long names: two lines before they are cut. */
  readonly wraps?: boolean;
  readonly cell: (row: CaseRow) => ReactNode;
}

/** Columns one can choose among; the title always stands first. */
export const INBOX_COLUMNS: readonly InboxColumn[] = [
  { key: 'light', label: '时限', track: '8.5rem', usual: true, cell: (row) => <Light row={row} /> },
  {
    key: 'service',
    label: '事项',
    track: 'minmax(5.5rem, 0.7fr)',
    usual: true,
    wraps: true,
    cell: (row) => row.serviceName,
  },
  {
    key: 'unit',
    label: '申报单位',
    track: 'minmax(7rem, 0.9fr)',
    usual: true,
    wraps: true,
    cell: (row) => row.unit,
  },
  { key: 'step', label: '环节', track: '8rem', usual: true, cell: (row) => row.stepTitle },
  { key: 'turn', label: '轮到', track: '8rem', usual: false, cell: (row) => row.turn.join('、') },
  { key: 'number', label: '办件编号', track: '7rem', usual: true, cell: (row) => row.number ?? '尚未编号' },
  { key: 'applicant', label: '申报人', track: '6rem', usual: false, cell: (row) => row.applicant },
  { key: 'round', label: '轮次', track: '5rem', usual: false, cell: (row) => `第 ${row.round} 次` },
  {
    key: 'due',
    label: '到期日',
    track: '6rem',
    usual: false,
    cell: (row) => (row.due === null ? '' : dayShort(row.due)),
  },
  {
    key: 'submitted',
    label: '提交',
    track: '5.5rem',
    usual: true,
    cell: (row) => (row.submittedAt === null ? '' : dayShort(dayOf(row.submittedAt))),
  },
  {
    key: 'updated',
    label: '最近变动',
    track: '9rem',
    usual: false,
    cell: (row) => instantShort(row.updatedAt),
  },
];

/** Columns a person sees on this device. */
export const loadColumns = (account: string): readonly string[] => {
  const usual = INBOX_COLUMNS.filter((c) => c.usual).map((c) => c.key);
  const value = own.read('inbox-columns', account);
  return Array.isArray(value) ? INBOX_COLUMNS.map((c) => c.key).filter((key) => value.includes(key)) : usual;
};

/** Remembers a person's columns on this device. */
export const storeColumns = (account: string, keys: readonly string[]): void =>
  own.write('inbox-columns', account, '', keys);
