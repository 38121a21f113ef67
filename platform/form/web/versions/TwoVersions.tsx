import type { Json } from '@zhitongche/base';
import { type Answers, cellWords, type Field, type Form, headlineOf, showAnswer } from '@zhitongche/form';
import { Button, cx, Dialog } from '@zhitongche/ui';
import { useId, useMemo, useState } from 'react';
import { rowsOf } from '../at.ts';
import { fileRefs } from '../inputs/file-refs.ts';
import { differing } from './differing.ts';
import { type Side, type Spot, spotsOf, together, usualSide, type Versions } from './merging.ts';
import './TwoVersions.css';

const NOTHING = '（没有填写）';

/** An answer in words, each row of a table on a line of its own; masked values as they came. */
const wordsOf = (field: Field, value: Json | undefined): string => {
  if (typeof value === 'string' && value.includes('*')) return value;
  if (field.kind === 'table')
    return rowsOf(value)
      .map((row) => {
        const { title, rest } = headlineOf(field, row);
        return [title, rest].filter((words) => words !== '').join('，');
      })
      .join('\n');
  if (field.kind === 'files')
    return fileRefs(value)
      .map(({ name }) => name)
      .join('、');
  return field.kind === 'decimal' ? showAnswer(field, value) : cellWords(field, value);
};

/**
 * What somebody else changed while I was typing, beside what I have: place by place one takes mine or theirs. What only
 * one of both changed is taken already.
 */
export const TwoVersions = ({
  form,
  base,
  mine,
  theirs,
  by,
  onSettle,
  onClose,
}: Versions & {
  readonly form: Form;
  /** Who the other is; empty where that is not known. */
  readonly by: string;
  /** Both versions put together as chosen. */
  readonly onSettle: (answers: Answers) => void;
  readonly onClose: () => void;
}) => {
  const versions = useMemo(() => ({ base, mine, theirs }), [base, mine, theirs]);
  const spots = useMemo(() => spotsOf(form, versions), [form, versions]);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map());
  const other = by === '' ? '对方' : by;
  const clashes = spots.filter((one) => one.by === 'both').length;
  const all = (side: Side): void => setChosen(new Map(spots.map(({ key }) => [key, side])));
  return (
    <Dialog
      open
      size="wide"
      title="两份内容的不同之处"
      onClose={onClose}
      foot={
        <>
          <Button variant="quiet" onPress={() => all('theirs')}>
            都用{other}的
          </Button>
          <Button variant="quiet" onPress={() => all('mine')}>
            都用我的
          </Button>
          <Button variant="primary" onPress={() => onSettle(together(form, versions, chosen))}>
            按所选合在一起
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="soft">
          {spots.length === 0
            ? '两份内容相同。'
            : clashes === 0
              ? `共 ${spots.length} 处不同，两边改的不是同一处，都已选上，也可以改选。`
              : `共 ${spots.length} 处不同，其中 ${clashes} 处两边都改了，已选您的，也可以改选。`}
        </p>
        {spots.map((one) => (
          <SpotChoice
            key={one.key}
            spot={one}
            other={other}
            side={chosen.get(one.key) ?? usualSide(one)}
            onChoose={(side) => setChosen(new Map(chosen).set(one.key, side))}
          />
        ))}
      </div>
    </Dialog>
  );
};

const SpotChoice = ({
  spot: { label, field, base, mine, theirs, by },
  other,
  side,
  onChoose,
}: {
  readonly spot: Spot;
  readonly other: string;
  readonly side: Side;
  readonly onChoose: (side: Side) => void;
}) => {
  const name = useId();
  const [own, others] = [wordsOf(field, mine), wordsOf(field, theirs)];
  const began = wordsOf(field, base);
  const side2 = (which: Side, who: string, words: string, beside: string) => (
    <label className={cx('version', side === which && 'version-chosen')}>
      <span className="version-who">
        <input type="radio" name={name} checked={side === which} onChange={() => onChoose(which)} />
        <strong>{who}</strong>
        {by === 'both' || by === which ? null : <span className="soft">没有改</span>}
      </span>
      <Words words={words} beside={beside} />
    </label>
  );
  return (
    <fieldset className="versions">
      <legend>
        {label}
        {by === 'both' ? <span className="versions-both">两边都改了</span> : null}
      </legend>
      {began === '' ? null : <p className="soft">原来：{began}</p>}
      <div className="versions-sides">
        {side2('theirs', other, others, own)}
        {side2('mine', '您', own, others)}
      </div>
    </fieldset>
  );
};

/** The words of one side, what differs from the other marked. */
const Words = ({ words, beside }: { readonly words: string; readonly beside: string }) => {
  if (words === '') return <span className="version-words soft">{NOTHING}</span>;
  const { before, differs, after } = differing(words, beside);
  return (
    <span className="version-words">
      {before}
      {differs === '' ? null : <mark>{differs}</mark>}
      {after}
    </span>
  );
};
