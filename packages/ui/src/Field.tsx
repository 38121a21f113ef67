import type { Problem } from '@zhitongche/base';
import { Fragment, type ReactNode } from 'react';
import { Basis } from './Basis.tsx';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import { useShared } from './words.ts';
import './Field.css';

/** What an input must say about itself to be found by label, help and problems. */
export interface FieldAria {
  readonly id: string;
  /** Set where there is no label to point at, as in a table's cell. */
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-required'?: true;
}

/** What stands around an input. */
export interface FieldProps {
  /** Id of the input; problems link to it. */
  readonly id: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly required?: boolean;
  readonly problems?: readonly Problem[];
  /** What a problem asks for beneath it, such as a reason. */
  readonly asks?: (problem: Problem) => ReactNode;
  /** True for groups (radios, files): a fieldset with a legend instead of a label. */
  readonly group?: boolean;
  /** Keeps the label for readers only, as in table cells. */
  readonly bare?: boolean;
  /** True while what stands there was filled in by the system, for a person to check. */
  readonly filled?: boolean;
  /** Twelfths of the row on wide screens. */
  readonly width?: number;
  readonly children: (aria: FieldAria) => ReactNode;
}

/** Label, help, input and what is wrong with it, tied together for eyes and ears. */
export const Field = ({
  id,
  label,
  help,
  required = false,
  problems = [],
  asks,
  group = false,
  bare = false,
  filled = false,
  width,
  children,
}: FieldProps) => {
  const { say } = useShared();
  const blocked = problems.some((p) => p.level === 'block');
  const described = [help && !bare ? `${id}-help` : '', problems.length > 0 ? `${id}-problems` : '']
    .filter(Boolean)
    .join(' ');
  const aria: FieldAria = {
    id,
    ...(described ? { 'aria-describedby': described } : {}),
    ...(blocked ? { 'aria-invalid': true } : {}),
    ...(required ? { 'aria-required': true } : {}),
  };
  const name = (
    <>
      {label}
      {required || bare ? null : <span className="field-optional">{say('（选填）', ' (optional)')}</span>}
      {filled && !bare ? (
        <span className="field-filled">{say('自动填写，可改', 'filled in for you')}</span>
      ) : null}
    </>
  );
  const className = cx(
    'field',
    blocked && 'field-blocked',
    filled && 'field-is-filled',
    width !== undefined && `field-w${width}`,
  );
  const inside = (
    <>
      {help && !bare ? (
        <div className="field-help" id={`${id}-help`}>
          {help}
        </div>
      ) : null}
      {children(aria)}
      <FieldProblems id={`${id}-problems`} problems={problems} />
      {asks ? problems.map((p) => <Fragment key={`${p.code} ${p.message}`}>{asks(p)}</Fragment>) : null}
    </>
  );
  if (group)
    return (
      <fieldset className={className} aria-describedby={aria['aria-describedby']}>
        <legend className={bare ? 'visually-hidden' : 'field-label'}>{name}</legend>
        {inside}
      </fieldset>
    );
  return (
    <div className={className}>
      <label className={bare ? 'visually-hidden' : 'field-label'} htmlFor={id}>
        {name}
      </label>
      {inside}
    </div>
  );
};

/** The problems of one field, each with what to do and the rule behind it. */
export const FieldProblems = ({
  id,
  problems,
}: {
  readonly id?: string;
  readonly problems: readonly Problem[];
}) =>
  problems.length === 0 ? null : (
    <ul className="field-problems" {...(id ? { id } : {})}>
      {problems.map((p) => (
        <li key={`${p.code} ${p.message}`} className={`field-problem field-problem-${p.level}`}>
          <Icon name={p.level === 'info' ? 'info' : 'alert'} size="s" />
          <span>
            {p.message}
            {p.todo ? <span className="field-todo">{p.todo}</span> : null}{' '}
            {p.basis ? <Basis basis={p.basis} /> : null}
          </span>
        </li>
      ))}
    </ul>
  );
