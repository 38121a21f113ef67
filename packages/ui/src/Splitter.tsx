import { useRef } from 'react';
import './Splitter.css';

const STEP = 2;

/** The edge between two panes: dragged, or moved with the arrow keys; a double press puts it back. */
export const Splitter = ({
  label,
  value,
  min,
  max,
  reversed = false,
  onChange,
  onReset,
}: {
  readonly label: string;
  /** Width of the pane in percent of what both stand in. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** True when the pane stands behind the edge: it grows to the left. */
  readonly reversed?: boolean;
  readonly onChange: (value: number) => void;
  readonly onReset: () => void;
}) => {
  const from = useRef<{ readonly x: number; readonly value: number; readonly width: number } | null>(null);
  const put = (next: number): void => onChange(Math.min(max, Math.max(min, Math.round(next * 10) / 10)));
  const sign = reversed ? -1 : 1;
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a separator that can be moved is a control, which hr is not
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Math.round(value)}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className="splitter"
      onDoubleClick={onReset}
      onPointerDown={(e) => {
        e.currentTarget.setPointerCapture(e.pointerId);
        from.current = { x: e.clientX, value, width: e.currentTarget.parentElement?.clientWidth ?? 1 };
      }}
      onPointerMove={(e) => {
        const begun = from.current;
        if (begun) put(begun.value + (sign * (e.clientX - begun.x) * 100) / begun.width);
      }}
      onPointerUp={() => {
        from.current = null;
      }}
      onKeyDown={(e) => {
        const by = e.key === 'ArrowRight' ? STEP : e.key === 'ArrowLeft' ? -STEP : 0;
        if (by !== 0) put(value + sign * by);
        else if (e.key === 'Home') put(min);
        else if (e.key === 'End') put(max);
        else return;
        e.preventDefault();
      }}
    />
  );
};
