import type { Json } from '@zhitongche/base';
import type { Service } from '@zhitongche/case';
import { useState } from 'react';
import type { CaseView } from '@zhitongche/contract';
import { urlOf } from '@zhitongche/contract/web';
import { ComputedView } from '@zhitongche/form/web';
import { Badge, Check, DownloadButton, IconButton, cx } from '@zhitongche/ui';
import { compareAnswers, type FieldChange } from '../diff/compare-answers.ts';
import { askedWords } from './asked-words.ts';
import { AnswerText } from './AnswerText.tsx';
import { RevealButton } from './RevealButton.tsx';
import { RowsTable } from './RowsTable.tsx';
import { FileLinks } from './FileLinks.tsx';
import { type Revealed, showRevealed, stillMasked } from './revealed.ts';
import { useFaultDraft } from '../act/fault-draft.ts';
import './AnswersPanel.css';

/** Answers longer than this stand below their question. */
const LONG = 60;

/** What the answers offer to do, besides being read. */
export interface AnswerActs {
  /** Notes a fault at a place; absent when this reader cannot send the case back for correction. */
  readonly onFault?: (at: string) => void;
  /** Shows a file in the viewer. */
  readonly onFile: (file: string) => void;
}

/** What was asked and answered, section by section, with the changes since the round before. */
export const AnswersPanel = ({
  id,
  view,
  service,
  acts,
  onRevealed,
}: {
  readonly id: string;
  readonly view: CaseView;
  readonly service: Service;
  readonly acts: AnswerActs;
  /** Called after values were shown: showing is on the record and raises the revision. */
  readonly onRevealed: () => void;
}) => {
  const [revealed, setRevealed] = useState<Revealed>({});
  const [only, setOnly] = useState(false);
  const { state } = view;
  const sections = showRevealed(
    compareAnswers(service.form, state.previous, state.answers),
    state.answers,
    revealed,
  );
  const changes = sections.reduce((sum, s) => sum + s.changes, 0);
  const hidden = stillMasked(service.form, view.masked, revealed);
  const shown = only ? sections.filter((s) => s.changes > 0) : sections;
  return (
    <div className="answers">
      <h2 className="visually-hidden">申报内容</h2>
      <div className="answers-head">
        {state.previous === null ? null : changes === 0 ? (
          <span className="soft">与上次提交相比没有改动</span>
        ) : (
          <Check checked={only} onChange={setOnly}>
            只看改动（{changes} 处）
          </Check>
        )}
        <span className="grow" />
        <DownloadButton
          href={urlOf('applicationSheet', { params: { case: id }, query: { format: 'pdf' } })}
          download
          size="small"
          variant="quiet"
        >
          申报表
        </DownloadButton>
        {hidden.length > 0 ? (
          <RevealButton
            id={id}
            fields={hidden}
            onRevealed={(values) => {
              setRevealed({ ...revealed, ...values });
              onRevealed();
            }}
          />
        ) : null}
      </div>
      {shown.map((section) => (
        <section key={section.key} className="answers-section">
          <h3>
            {section.title}
            {section.changes > 0 ? <Badge tone="warn">{section.changes} 处改动</Badge> : null}
          </h3>
          <dl className="answers-list">
            {section.fields
              .filter((f) => !only || f.change !== 'same')
              .map((f) => (
                <Answer key={f.key} change={f} id={id} acts={acts} asked={state} only={only} />
              ))}
          </dl>
          {only
            ? null
            : service.computed
                .filter((c) => c.after === section.key)
                .map((c) => <ComputedView key={c.key} computed={c} derived={state.derived} />)}
        </section>
      ))}
    </div>
  );
};

const Answer = ({
  change,
  id,
  acts,
  asked,
  only,
}: {
  readonly change: FieldChange;
  readonly id: string;
  readonly acts: AnswerActs;
  readonly asked: Pick<CaseView['state'], 'faults' | 'status'>;
  readonly only: boolean;
}) => {
  const { field, key, rows } = change;
  const [faults] = useFaultDraft(id);
  const noted = faults.filter((f) => f.at === key || f.at.startsWith(`${key}.`));
  const { status } = asked;
  const before = asked.faults.filter((f) => f.at === key || f.at.startsWith(`${key}.`));
  const wide = field.kind === 'table' || (typeof change.after === 'string' && change.after.length > LONG);
  const filesNow: Json = change.after ?? [];
  return (
    <div
      className={cx('answer', wide && 'answer-wide', change.change !== 'same' && `answer-${change.change}`)}
    >
      <dt>
        {field.label}
        {acts.onFault ? (
          <IconButton
            icon="flag"
            size="small"
            label={`指出“${field.label}”的问题`}
            onPress={() => acts.onFault?.(key)}
          />
        ) : null}
      </dt>
      <dd>
        {field.kind === 'table' ? (
          <RowsTable
            field={field}
            rows={rows ?? []}
            only={only}
            {...(acts.onFault ? { onFault: acts.onFault } : {})}
            at={key}
            onFile={acts.onFile}
          />
        ) : field.kind === 'files' ? (
          <FileLinks value={filesNow} before={change.before} onFile={acts.onFile} />
        ) : (
          <AnswerText
            field={field}
            value={change.after}
            before={change.before}
            changed={change.change !== 'same'}
          />
        )}
        {before.map((f) => (
          <p key={`asked ${f.at} ${f.message}`} className="answer-asked">
            {askedWords(status, change.change, f.message)}
          </p>
        ))}
        {noted.map((f) => (
          <p key={`noted ${f.at} ${f.message}`} className="answer-noted">
            已记下问题：{f.message === '' ? '（还没有写明）' : f.message}
          </p>
        ))}
      </dd>
    </div>
  );
};
