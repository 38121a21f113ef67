import type { Reply } from '@zhitongche/contract/web';
import { answerWords, type Column, type RowLine } from './columns.ts';

/** What a column can be narrowed to, each value with its words; a figure's values are those met in the rows, for nothing else names them. */
export const filterOptions = (
  column: Column,
  {
    rows = [],
    countries = [],
    chosen = '',
  }: {
    readonly rows?: readonly RowLine[];
    readonly countries?: Reply<'table'>;
    /** The value it is narrowed to now. */
    readonly chosen?: string;
  },
): readonly (readonly [value: string, words: string])[] => {
  const { field } = column;
  switch (field?.kind) {
    case 'choice':
    case 'choices':
      return field.options.map(({ value, label }) => [value, label]);
    case 'yes-no':
      return [
        ['true', '是'],
        ['false', '否'],
      ];
    case 'country': {
      const names = countries.flatMap(({ name }) => (typeof name === 'string' ? [name] : []));
      return (names.length > 0 ? names : [chosen]).filter(Boolean).map((name) => [name, name]);
    }
    default: {
      const met = rows.map((row) =>
        field ? answerWords(field, row.answers[column.key]) : (row.figures[column.key] ?? ''),
      );
      const values = [...new Set([...met, chosen])].filter(Boolean);
      return values.toSorted((a, b) => a.localeCompare(b, 'zh-CN')).map((value) => [value, value]);
    }
  }
};
