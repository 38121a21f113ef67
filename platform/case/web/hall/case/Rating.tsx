import { useState } from 'react';
import { Button, cx, Field, Icon, messageOf, Notice, toast, useShared } from '@zhitongche/ui';
import { useRead, useWrite } from '@zhitongche/contract/web';
import type { CaseView } from '@zhitongche/contract';

const WORDS = [
  ['非常不满意', 'Very dissatisfied'],
  ['不满意', 'Dissatisfied'],
  ['基本满意', 'Fairly satisfied'],
  ['满意', 'Satisfied'],
  ['非常满意', 'Very satisfied'],
] as const;

/** How it went, in five steps (好差评), once. */
export const Rating = ({ view }: { readonly view: CaseView }) => {
  const { say } = useShared();
  const wordOf = (given: number): string => {
    const pair = WORDS[given - 1];
    return pair ? say(pair[0], pair[1]) : '';
  };
  const [score, setScore] = useState(0);
  const [comment, setComment] = useState('');
  const rate = useWrite('rate', ['case']);
  const given = view.state.rating;
  const ticket = useRead('caseTicket', { params: { case: view.row.id } }, { enabled: given === null });
  if (given)
    return (
      <Notice tone="ok" title={say('您的评价：', 'Your rating: ') + wordOf(given.score)}>
        {given.comment ? <p>{given.comment}</p> : null}
      </Notice>
    );
  if (view.row.number === null) return null;
  const send = (): void =>
    rate.mutate(
      {
        params: { case: view.row.id },
        body: { score, ...(comment.trim() ? { comment: comment.trim() } : {}) },
      },
      { onSuccess: () => toast(say('谢谢您的评价', 'Thank you')) },
    );
  return (
    <section className="card stack" aria-labelledby="rating-title">
      <h2 id="rating-title">{say('这次办得怎么样？', 'How did it go?')}</h2>
      <fieldset>
        <legend className="visually-hidden">{say('满意程度', 'How satisfied you are')}</legend>
        <div className="row">
          <div className="stars">
            {WORDS.map((pair, i) => {
              const word = say(pair[0], pair[1]);
              return (
                <label key={word} className={cx('star', i < score && 'star-on')} title={word}>
                  <input
                    type="radio"
                    name="score"
                    checked={score === i + 1}
                    onChange={() => setScore(i + 1)}
                    aria-label={word}
                  />
                  <Icon name="star" size="l" />
                </label>
              );
            })}
          </div>
          <span aria-hidden="true">{wordOf(score)}</span>
        </div>
      </fieldset>
      {ticket.data?.code && score === 0 ? (
        <p className="soft">
          {say(
            '在这里评价会记在本办件上，经办人看得到。',
            'Rated here it stands with this matter, and whoever handled it can see it. ',
          )}
          <a href={`/rate#${ticket.data.code}`}>
            {say('不想留名，改用不记名评价', 'Rate without your name')}
          </a>
        </p>
      ) : null}
      {score > 0 ? (
        <>
          <Field id="rating-comment" label={say('想说的话', 'What you want to say')}>
            {(aria) => (
              <textarea
                {...aria}
                className="input"
                rows={2}
                maxLength={500}
                value={comment}
                onChange={(e) => setComment(e.target.value)}
              />
            )}
          </Field>
          {rate.isError ? (
            <Notice tone="danger" live>
              {messageOf(rate.error)}
            </Notice>
          ) : null}
          <div>
            <Button variant="primary" pending={rate.isPending} onPress={send}>
              {say('提交评价', 'Send')}
            </Button>
          </div>
        </>
      ) : null}
    </section>
  );
};
