import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRead, useWrite } from '@zhitongche/contract/web';
import type { RegisterKind } from '@zhitongche/register';
import { Button, buttonClass, Dialog, Notice, SelectField, TextField, useToday } from '@zhitongche/ui';
import { type ReactNode, useState } from 'react';
import { ActRefusal } from './ActRefusal.tsx';
import { fieldOf } from './columns.ts';
import { countAnswers, type Counted, countWords, scannedNames } from './counted.ts';
import { useWays } from './kept-ways.ts';
import { kindQuery } from './register-kind.ts';
import './CountDialog.css';

/** Counts what lies at a place by scanning it; says what is missing, what belongs elsewhere and what nobody knows. */
export const CountDialog = ({
  kind,
  onClose,
}: {
  readonly kind: RegisterKind;
  readonly onClose: () => void;
}) => {
  const [place, setPlace] = useState('');
  const [typed, setTyped] = useState('');
  const { mutateAsync, isPending, error, data: found, reset } = useWrite('keptCount', []);
  const field = fieldOf(kind.whole, kind.stock?.place ?? '');
  const column = kind.columns.find(({ key }) => key === kind.stock?.place);
  const names = scannedNames(typed);
  const compare = (): void => {
    const body = { names: [...names], ...(place.trim() === '' ? {} : { place: place.trim() }) };
    // What was refused is said in the dialog.
    mutateAsync({ params: { register: kind.code }, body }).catch(() => {});
  };
  return (
    <Dialog
      open
      size="wide"
      title={`盘点${kind.name}`}
      dismissable={false}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose} isDisabled={isPending}>
            关闭
          </Button>
          {found ? <OnRecord kind={kind} found={found} place={place} /> : null}
          <Button
            variant={found ? 'plain' : 'primary'}
            pending={isPending}
            isDisabled={names.length === 0}
            onPress={compare}
          >
            {found ? '重新比对' : '与账上比对'}
          </Button>
        </>
      }
    >
      <div className="stack">
        <ActRefusal error={error} />
        {found ? <Found kind={kind} found={found} /> : null}
        {field?.kind !== 'choice' && column ? (
          <TextField
            id="count-place"
            label={`只盘一${column.label ?? '处'}`}
            help="各处一起盘的空着"
            value={place}
            onChange={(next) => {
              setPlace(next);
              reset();
            }}
          />
        ) : null}
        {field?.kind === 'choice' ? (
          <SelectField
            id="count-place"
            label={field.label}
            required
            value={place}
            options={[
              ['', '各处一起盘'],
              ...field.options.map(({ value, label }) => [value, label] as const),
            ]}
            onChange={(next) => {
              setPlace(next);
              reset();
            }}
          />
        ) : null}
        <TextField
          id="count-names"
          label="扫到的号码"
          required
          rows={8}
          spellCheck={false}
          autoComplete="off"
          help={`光标放在这里连续扫码，每${kind.measure}一行；也可以粘贴。已有 ${names.length} 个。只比对，不改动账上任何一${kind.measure}。`}
          value={typed}
          onChange={(next) => {
            setTyped(next);
            reset();
          }}
        />
      </div>
    </Dialog>
  );
};

const Found = ({ kind, found }: { readonly kind: RegisterKind; readonly found: Counted }) => {
  const ways = useWays();
  const { missing, missingCount, elsewhere, unknown, unknownCount } = found;
  const right = missingCount + elsewhere.length + unknownCount === 0;
  const led = (pieces: Counted['missing'], staged: boolean): readonly ReactNode[] =>
    pieces.map(({ id, title, name, stage }) => (
      <li key={id}>
        <Link to={ways.row} params={{ register: kind.code, row: id }} target="_blank">
          {name}
        </Link>
        {name === title ? null : <span className="soft"> {title}</span>}
        {staged ? <span className="soft"> {stage}</span> : null}
      </li>
    ));
  return (
    <>
      <Notice tone={right ? 'ok' : 'warn'}>{countWords(found, kind.measure)}</Notice>
      <Names title="没有扫到" count={missingCount} names={led(missing, false)} />
      <Names title="账上不在此处" count={elsewhere.length} names={led(elsewhere, true)} />
      <Names
        title="账上没有的号码"
        count={unknownCount}
        names={unknown.map((name) => <li key={name}>{name}</li>)}
      />
    </>
  );
};

const Names = ({
  title,
  count,
  names,
}: {
  readonly title: string;
  readonly count: number;
  readonly names: readonly ReactNode[];
}) =>
  count === 0 ? null : (
    <section className="counted">
      <h3>
        {title} {count}
        {names.length < count ? `，先列 ${names.length} 个` : ''}
      </h3>
      <ul>{names}</ul>
    </section>
  );

/** The way to put the count on record, where a register of counts is kept. */
const OnRecord = ({
  kind,
  found,
  place,
}: {
  readonly kind: RegisterKind;
  readonly found: Counted;
  readonly place: string;
}) => {
  const code = `${kind.code}-count`;
  const ways = useWays();
  const today = useToday();
  const { data = [] } = useRead('keptRegisters', {});
  const kept = data.some((one) => one.code === code && one.keeps);
  const { data: counts } = useQuery({ ...kindQuery(code), enabled: kept });
  return counts ? (
    <Link
      to={ways.enter}
      params={{ register: code }}
      state={{ given: countAnswers(counts.form, found, { place, day: today }) }}
      className={buttonClass('primary')}
    >
      登记盘点
    </Link>
  ) : null;
};
