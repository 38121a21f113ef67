import { useState } from 'react';
import { messageOf, Button, cx, Field, Icon, Notice, toast } from '@zhitongche/ui';
import { useRead, useWrite } from '@zhitongche/contract/web';
import type { CaseView } from '@zhitongche/contract';

const WORDS = ['非常不满意', '不满意', '基本满意', '满意', '非常满意'] as const;

/** How it went, in five steps (好差评), once. */
export const Rating = ({ view }: { readonly view: CaseView }) => {
  const [score, setScore] = useState(0);
  const [comment, setComment] = useState('');
  const rate = useWrite('rate', ['case']);
  const given = view.state.rating;
  const ticket = useRead('caseTicket', { params: { case: view.row.id } }, { enabled: given === null });
  if (given)
    return (
      <Notice tone="ok" title={`您的评价：${WORDS[given.score - 1] ?? ''}`}>
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
      { onSuccess: () => toast('谢谢您的评价') },
    );
  return (
    <section className="card stack" aria-labelledby="rating-title">
      <h2 id="rating-title">这次办得怎么样？</h2>
      <fieldset>
        <legend className="visually-hidden">满意程度</legend>
        <div className="row">
          <div className="stars">
            {WORDS.map((word, i) => (
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
            ))}
          </div>
          <span aria-hidden="true">{WORDS[score - 1]}</span>
        </div>
      </fieldset>
      {ticket.data?.code && score === 0 ? (
        <p className="soft">
          在这里评价会记在本办件上，经办人看得到。
          <a href={`/rate#${ticket.data.code}`}>不想留名，改用不记名评价</a>
        </p>
      ) : null}
      {score > 0 ? (
        <>
          <Field id="rating-comment" label="想说的话">
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
              提交评价
            </Button>
          </div>
        </>
      ) : null}
    </section>
  );
};
