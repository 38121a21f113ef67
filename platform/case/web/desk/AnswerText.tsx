import { type Field, showAnswer } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';

/** A value in words; a masked one is shown as it came, because stars are no date and no number. */
export const answerText = (field: Field, value: Json | undefined): string => {
  if (typeof value === 'string' && value.includes('*')) return value;
  return showAnswer(field, value);
};

/** An answer in words, with the one before where it changed. */
export const AnswerText = ({
  field,
  value,
  before,
  changed,
}: {
  readonly field: Field;
  readonly value: Json | undefined;
  readonly before?: Json | undefined;
  readonly changed: boolean;
}) => {
  const now = answerText(field, value);
  const then = changed ? answerText(field, before) : '';
  const unit =
    (field.kind === 'integer' || field.kind === 'decimal') &&
    field.unit !== undefined &&
    now !== '' &&
    !now.endsWith(field.unit)
      ? ` ${field.unit}`
      : '';
  if (!changed) return <>{now === '' ? <span className="soft">未填</span> : `${now}${unit}`}</>;
  return (
    <>
      {then === '' ? null : <del className="was">{then}</del>}
      {now === '' ? <span className="soft">已清空</span> : <ins className="now">{`${now}${unit}`}</ins>}
    </>
  );
};
