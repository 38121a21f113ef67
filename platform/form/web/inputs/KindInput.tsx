import { TableInput } from '../table/TableInput.tsx';
import type { InputProps } from './input-props.ts';
import { PlainInput } from './PlainInput.tsx';

/** The input for whatever kind of field it is given: a grid for a sub-table, else the kind's own. */
export const KindInput = ({ field, ...props }: InputProps) =>
  field.kind === 'table' ? <TableInput field={field} {...props} /> : <PlainInput field={field} {...props} />;
