import type { Answers, Form } from '@zhitongche/form';
import { Button, Dialog } from '@zhitongche/ui';
import { useMemo } from 'react';
import { answerWords, fieldOf } from './columns.ts';
import { mergeAnswers } from './merge-answers.ts';
import type { Row } from './use-row-act.ts';

/** What somebody else changed while I was typing, beside what I changed; both are kept, and where both changed the same I choose. */
export const Differences = ({
  form,
  base,
  mine,
  theirs,
  onGoOn,
  onClose,
}: {
  readonly form: Form;
  /** What both began from. */
  readonly base: Answers;
  readonly mine: Answers;
  readonly theirs: Row;
  readonly onGoOn: (answers: Answers) => void;
  readonly onClose: () => void;
}) => {
  const merging = useMemo(() => mergeAnswers(base, mine, theirs.answers), [base, mine, theirs]);
  const keys = Object.values(form).flatMap(({ fields }) =>
    Object.keys(fields).filter((key) => merging.mine.includes(key) || merging.theirs.includes(key)),
  );
  const words = (answers: Answers, key: string): string => answerWords(fieldOf(form, key), answers[key]);
  const clash = merging.clashes.length > 0;
  return (
    <Dialog
      open
      size="wide"
      title="两边的改动"
      onClose={onClose}
      foot={
        <>
          {clash ? (
            <Button onPress={() => onGoOn(merging.together('theirs'))}>同一处用对方的，继续</Button>
          ) : null}
          <Button variant="primary" onPress={() => onGoOn(merging.together('mine'))}>
            {clash ? '同一处用我的，继续' : '两边都保留，继续'}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="soft">
          {clash
            ? '两边改了同一处的已标出，请选用谁的；其余改动两边都保留。'
            : '两边改的不是同一处，都会保留；继续后请再保存一次。'}
        </p>
        <table className="difference-table">
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">原来</th>
              <th scope="col">我改的</th>
              <th scope="col">对方改的</th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <tr key={key}>
                <th scope="row">
                  {fieldOf(form, key)?.label}
                  {merging.clashes.includes(key) ? <strong>（同一处）</strong> : null}
                </th>
                <td>{words(base, key)}</td>
                <td>{merging.mine.includes(key) ? words(mine, key) : ''}</td>
                <td>{merging.theirs.includes(key) ? words(theirs.answers, key) : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
};
