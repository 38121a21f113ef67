import { Button, TextField } from '@zhitongche/ui';
import { type ReactNode, useState } from 'react';
import './RowBoxes.css';

/** What must be known before anything else, with what can be done about it. */
export const Box = ({
  tone,
  title,
  children,
}: {
  readonly tone: 'amber' | 'red' | 'grey';
  readonly title: string;
  readonly children?: ReactNode;
}) => (
  <section className={`row-box row-box-${tone}`} aria-label={title}>
    <h3>{title}</h3>
    {children}
  </section>
);

/** Two answers to what somebody put forward: who says no is asked why first. */
export const YesOrNo = ({
  id,
  yes,
  no,
  why,
  pending,
  onYes,
  onNo,
}: {
  readonly id: string;
  readonly yes: string;
  readonly no: string;
  readonly why: string;
  readonly pending: boolean;
  readonly onYes: () => void;
  readonly onNo: (note: { readonly note?: string }) => void;
}) => {
  const [note, setNote] = useState<string | null>(null);
  const refuse = (): void => {
    if (note === null) setNote('');
    else onNo(note.trim() ? { note: note.trim() } : {});
  };
  return (
    <>
      {note === null ? null : (
        <TextField id={id} label={why} maxLength={500} value={note} onChange={setNote} />
      )}
      <div className="row">
        {note === null ? (
          <Button variant="primary" pending={pending} onPress={onYes}>
            {yes}
          </Button>
        ) : null}
        <Button variant="quiet" isDisabled={pending} onPress={refuse}>
          {no}
        </Button>
        {note === null ? null : (
          <Button variant="quiet" isDisabled={pending} onPress={() => setNote(null)}>
            再想想
          </Button>
        )}
      </div>
    </>
  );
};
