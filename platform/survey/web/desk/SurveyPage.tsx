import { Link, useParams } from '@tanstack/react-router';
import { type Reply, useRead } from '@zhitongche/contract/web';
import { JUDGED } from '@zhitongche/survey';
import { Async, dayText, Figures, PageHeader, useToday } from '@zhitongche/ui';
import { Levels, shareText, waysText } from './Counted.tsx';
import { EnterSheets } from './EnterSheets.tsx';
import { PrintTickets } from './PrintTickets.tsx';
import './Voices.css';

/** One survey: what it came to, codes to hand out, sheets of paper to type in. */
export const SurveyPage = () => {
  const { survey } = useParams({ from: '/signed-in/desk-shell/desk/surveys/$survey' });
  const query = useRead('survey', { params: { id: survey } });
  return (
    <div className="desk-page stack">
      <Async query={query}>{(data) => <Survey data={data} />}</Async>
    </div>
  );
};

const Survey = ({ data }: { readonly data: Reply<'survey'> }) => {
  const open = data.closes >= useToday();
  const { counted } = data;
  return (
    <>
      <PageHeader
        title={data.title}
        intro={`${data.name}，评${JUDGED[data.judges]}，${data.period} 年，截止 ${dayText(data.closes)}。`}
      />
      <Link to="/desk/surveys">各期调查</Link>
      <section className="card stack" aria-label="结果">
        <Figures
          all={[
            { value: shareText(counted), caption: '满意度' },
            { value: String(counted.n), unit: '份', caption: '有效答卷', note: waysText(counted) },
            {
              value: String(data.lying),
              unit: '份',
              caption: '未开启',
              note: `满 ${data.least} 份、过完当天一起开启`,
            },
          ]}
        />
        {counted.n > 0 ? <Levels counted={counted} /> : null}
        {counted.reasons.length > 0 ? (
          <p>不满意的原因：{counted.reasons.map(({ text, n }) => `${text} ${n}`).join('、')}</p>
        ) : null}
        {data.words.length > 0 ? (
          <div>
            <h2>写下的话</h2>
            <ul className="voices-words">
              {data.words.map((words, at) => (
                // Equal words may come twice; none ever moves.
                // biome-ignore lint/suspicious/noArrayIndexKey: in their own order, which says nothing.
                <li key={at}>{words}</li>
              ))}
            </ul>
          </div>
        ) : null}
      </section>
      {open && data.opens ? (
        <>
          {data.judges === 'case' ? null : <PrintTickets survey={data} />}
          <EnterSheets survey={data} />
        </>
      ) : null}
    </>
  );
};
