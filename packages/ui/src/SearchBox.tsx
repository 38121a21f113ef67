import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { Icon } from './Icon.tsx';
import './Field.css';
import './SearchBox.css';

/** Milliseconds of stillness before what was typed is searched for. */
const STILL = 300;

/** A search field that speaks up once typing rests; `/` focuses it where `hotkey` is set. */
export const SearchBox = ({
  label,
  value,
  onSearch,
  hotkey = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (value: string) => void;
  readonly hotkey?: boolean;
}) => {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [given, setGiven] = useState(value);
  if (given !== value) {
    setGiven(value);
    setTyped(value);
  }
  const search = useEffectEvent(onSearch);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => search(typed), STILL);
    return () => clearTimeout(timer);
  }, [typed, value]);
  useEffect(() => {
    if (!hotkey) return;
    const onKey = (e: KeyboardEvent): void => {
      const busy = e.target instanceof HTMLElement && e.target.matches('input, textarea, select');
      if (e.key !== '/' || busy || document.querySelector('[role="dialog"]') !== null) return;
      e.preventDefault();
      input.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [hotkey]);
  return (
    <search className="search-box">
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <Icon name="search" />
      <input
        id={id}
        ref={input}
        className="input"
        type="search"
        value={typed}
        placeholder={label}
        maxLength={100}
        autoComplete="off"
        onChange={(e) => setTyped(e.target.value)}
        onKeyDown={(e) => {
          if (e.key === 'Enter') onSearch(typed);
          if (e.key === 'Escape') input.current?.blur();
        }}
      />
    </search>
  );
};
