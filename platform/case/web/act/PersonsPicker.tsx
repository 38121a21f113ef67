import type { Problem } from '@zhitongche/base';
import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { useRead } from '@zhitongche/contract/web';
import '@zhitongche/ui/Check.css';
import { Badge, ErrorState, FieldProblems, SearchBox, Skeleton } from '@zhitongche/ui';
import './act.css';

interface Person {
  readonly id: string;
  readonly name: string;
}

/** Finds people by name, post or division and picks one or several; says who is away. */
export const PersonsPicker = ({
  caseId,
  act,
  label,
  several,
  id = 'persons',
  problems = [],
  value,
  onChange,
}: {
  /** Only people who may act on this case are offered; absent = everyone in the office. */
  readonly caseId?: string;
  /** Kind of the act they are sought for. */
  readonly act?: string;
  readonly label: string;
  readonly several: boolean;
  /** Where a link to its problems leads. */
  readonly id?: string;
  readonly problems?: readonly Problem[];
  readonly value: readonly Person[];
  readonly onChange: (persons: readonly Person[]) => void;
}) => {
  const [q, setQ] = useState('');
  const { data, error, refetch } = useRead(
    'people',
    {
      query: {
        ...(q === '' ? {} : { q }),
        ...(caseId === undefined ? {} : { case: caseId }),
        ...(act === undefined ? {} : { act }),
      },
    },
    { placeholderData: keepPreviousData },
  );
  const toggle = (person: Person): void => {
    const chosen = value.some((p) => p.id === person.id);
    if (!several) return onChange(chosen ? [] : [person]);
    onChange(chosen ? value.filter((p) => p.id !== person.id) : [...value, person]);
  };
  return (
    <fieldset className="act-part" id={id} tabIndex={-1}>
      <legend className="field-label">{label}</legend>
      {value.length > 0 ? <p>已选：{value.map((p) => p.name).join('、')}</p> : null}
      <SearchBox label="按姓名、处室、职务找人" value={q} onSearch={setQ} />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton lines={3} />
      ) : data.length === 0 ? (
        <p className="soft">没有找到可选的人员。</p>
      ) : (
        <ul className="person-list">
          {data.map((person) => (
            <li key={person.id}>
              <label className="check person">
                <input
                  type={several ? 'checkbox' : 'radio'}
                  name="person"
                  checked={value.some((p) => p.id === person.id)}
                  onChange={() => toggle({ id: person.id, name: person.name })}
                />
                <span>
                  {person.name}
                  <span className="soft">
                    {' '}
                    {person.org} {person.roles.join('、')}
                  </span>{' '}
                  {person.absentUntil === null ? null : (
                    <Badge tone="warn">外出至 {person.absentUntil}</Badge>
                  )}
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
      <FieldProblems id={`${id}-problems`} problems={problems} />
    </fieldset>
  );
};
