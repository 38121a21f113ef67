import type { ReactNode } from 'react';
import './Check.css';

/** One of several native choices that share a `name`; the whole line can be pressed. */
export const Radio = ({
  name,
  checked,
  onChoose,
  children,
}: {
  readonly name: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}) => (
  <label className="check">
    <input type="radio" name={name} checked={checked} onChange={onChoose} />
    <span>{children}</span>
  </label>
);
