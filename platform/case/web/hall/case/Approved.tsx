import { englishOf, todoOf, type Service, type Todo } from '@zhitongche/case';
import type { CaseView } from '@zhitongche/contract';
import { urlOf } from '@zhitongche/contract/web';
import {
  dayIn,
  dayOf,
  dayShort,
  DownloadButton,
  Icon,
  LinkButton,
  useShared,
  useToday,
  weekdayOf,
} from '@zhitongche/ui';
import { daysBetween } from '@zhitongche/base';
import { Suspense } from 'react';
import { PaperSheet } from './PaperSheet.tsx';
import './Approved.css';

/** The paper that says so: the first with a number of those the decision made last; its own list and notices follow it. */
export const decisionPaper = (
  { papers, state }: Pick<CaseView, 'papers' | 'state'>,
  { flow }: Pick<Service, 'flow'>,
): CaseView['papers'][number] | undefined => {
  const asked = state.papers.filter(({ step }) => flow.steps[step]?.kind === 'issuing');
  const last = asked.at(-1)?.step;
  const keys = asked.flatMap(({ step, paper }) => (step === last ? [paper] : []));
  const made = papers.filter(
    ({ paper, status, pdf }) => keys.includes(paper) && status === 'issued' && pdf !== null,
  );
  return made.find(({ number }) => number !== null) ?? made[0];
};

/** When it was decided: the case went on to its papers. */
const decidedOn = ({ state }: CaseView, service: Service): string => {
  const entered = state.path.findLast(({ step }) => service.flow.steps[step]?.kind === 'issuing');
  return entered === undefined ? '' : dayOf(entered.at);
};

/** The moment of approval: the word, the number, the sheet itself, and what comes next with its days. */
export const Approved = ({ view, service }: { readonly view: CaseView; readonly service: Service }) => {
  const { say, language } = useShared();
  const today = useToday();
  const en = englishOf(service);
  const paper = decisionPaper(view, service);
  const on = decidedOn(view, service);
  const filed = view.row.submittedAt === null ? '' : dayOf(view.row.submittedAt);
  const took = on !== '' && filed !== '' ? daysBetween(filed, on) : null;
  const todo = todoOf(service, view.state, today);
  return (
    <section className="moment" aria-labelledby="moment-title">
      <div className="moment-said">
        <h2 id="moment-title" className="moment-word">
          <span className="moment-mark" aria-hidden="true">
            <Icon name="check" size="l" />
          </span>
          {service.approved ?? say('已批准', 'Approved')}
        </h2>
        {paper?.number ? <p className="moment-number">{paper.number}</p> : null}
        <p>
          {language === 'en' ? (
            on === '' ? (
              ''
            ) : (
              dayIn('en', on)
            )
          ) : (
            <>
              {on === '' ? '' : `${dayShort(on)}${weekdayOf(on)}批准`}
              {took === null ? '' : took === 0 ? '，当天办结' : `，从提交算 ${took} 天`}
              {view.brief?.sentence ? `。${view.brief.sentence}。` : ''}
            </>
          )}
        </p>
        {paper ? (
          <p className="row">
            <DownloadButton
              href={urlOf('paper', { params: { case: view.row.id, paper: paper.paper } })}
              download
            >
              {say(`下载${paper.title}`, `Download: ${en(paper.title)}`)}
            </DownloadButton>
          </p>
        ) : (
          <p className="soft">
            {say('文书正在出具，完成后显示在这里。', 'The papers are being made and will be shown here.')}
          </p>
        )}
        {todo.length > 0 && language === 'zh' ? <TodoList todo={todo} view={view} /> : null}
      </div>
      {paper ? (
        <Suspense fallback={null}>
          <PaperSheet id={view.row.id} paper={paper.paper} title={paper.title} />
        </Suspense>
      ) : null}
    </section>
  );
};

const whenOf = ({ from, by, when, done }: Todo): string => {
  if (from !== undefined && by !== undefined) return `${dayShort(from)}—${dayShort(by)}`;
  if (by === undefined) return done ? '' : (when ?? '随时');
  return `${dayShort(by)}${weekdayOf(by)}前`;
};

/** What comes next on the line: done is solid, the next one has the button, later ones wait. */
const TodoList = ({ todo, view }: { readonly todo: readonly Todo[]; readonly view: CaseView }) => {
  const open = todo.filter(({ done }) => !done);
  const [next] = open;
  // One thing is likely: the first that can be done here.
  const likely = open.find(({ act }) => view.acts.some((one) => one.act === act));
  return (
    <>
      <h3 className="moment-next">
        接下来 <span className="soft">{open.length} 件</span>
      </h3>
      <ol className="todo">
        {todo.map((one) => {
          const act = view.acts.find(({ act: key }) => key === one.act);
          return (
            <li
              key={one.title}
              className={one.done ? 'todo-line todo-done' : one === next ? 'todo-line todo-now' : 'todo-line'}
            >
              <span className="todo-when">{whenOf(one)}</span>
              <span className="todo-what">
                <strong>{one.title}</strong>
                {one.detail === undefined ? null : <span className="soft">{one.detail}</span>}
              </span>
              {one.done ? (
                <span className="soft">已完成</span>
              ) : act ? (
                <LinkButton
                  to="/hall/cases/$case/acts/$act"
                  params={{ case: view.row.id, act: act.act }}
                  variant={one === likely ? 'primary' : 'plain'}
                >
                  {act.label}
                </LinkButton>
              ) : (
                <span className="soft">{one.who ?? ''}</span>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
};
