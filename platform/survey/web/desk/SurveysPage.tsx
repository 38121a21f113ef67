import { Link } from '@tanstack/react-router';
import { type Reply, useRead } from '@zhitongche/contract/web';
import { JUDGED } from '@zhitongche/survey';
import { Async, Badge, dayText, Empty, PageHeader, useToday } from '@zhitongche/ui';
import { NewSurvey } from './NewSurvey.tsx';
import { Windows } from './Windows.tsx';
import './Voices.css';

/** Every survey with what came of it, a new one, and the rating devices of the windows. */
export const SurveysPage = () => {
  const surveys = useRead('surveys', {});
  return (
    <div className="desk-page stack">
      <PageHeader
        title="评价与问卷"
        intro="办件办结后申请人自己取码评价；培训、接待、参观和全年工作由经办人在这里打开一期调查，印发评价码。"
      />
      <Async query={surveys}>
        {(data) => (
          <>
            {data.opens ? <NewSurvey questionnaires={data.questionnaires} /> : null}
            <Listed surveys={data.surveys} least={data.least} />
            <Windows surveys={data.surveys} opens={data.opens} />
          </>
        )}
      </Async>
    </div>
  );
};

const Listed = ({
  surveys,
  least,
}: {
  readonly surveys: Reply<'surveys'>['surveys'];
  readonly least: number;
}) => {
  const today = useToday();
  if (surveys.length === 0)
    return (
      <Empty icon="chart" title="还没有调查" text="第一件办件办结后，或者打开一期调查后，这里就有了。" />
    );
  return (
    <section className="card" aria-label="各期调查">
      <ul className="voices-list">
        {surveys.map((one) => (
          <li key={one.id}>
            <Link to="/desk/surveys/$survey" params={{ survey: one.id }} className="voices-link">
              {one.title}
            </Link>
            {one.closes < today ? <Badge>已结束</Badge> : null}
            <span className="voices-soft">
              {one.name}，评{JUDGED[one.judges]}，{one.period} 年，截止 {dayText(one.closes)}
            </span>
            <span className="voices-count">
              {one.answers} 份已开启
              {one.lying > 0 ? `，${one.lying} 份等满 ${least} 份、过完当天` : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
