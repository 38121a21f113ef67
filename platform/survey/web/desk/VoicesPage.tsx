import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type Reply, urlOf, useRead } from '@zhitongche/contract/web';
import { Async, DownloadButton, PageHeader, SelectField, useToday } from '@zhitongche/ui';
import { shareText, waysText } from './Counted.tsx';
import './Voices.css';

/** Years a report is offered of. */
const BACK = 4;

/** What a year's answers come to, group by group: value, how many, by which way, and why some were not satisfied. */
export const VoicesPage = () => {
  const now = Number(useToday().slice(0, 4));
  const { year = now } = useSearch({ from: '/signed-in/desk-shell/insight/voices' });
  const navigate = useNavigate();
  const voices = useRead('voices', { params: { year: String(year) } });
  return (
    <div className="desk-page stack">
      <PageHeader
        title="满意度"
        intro="满意 ÷ 有效答卷，总与份数、渠道一起看。答卷不记名，攒够份数、当天过完才一起开启；不足份数的不开启也不显示。"
      >
        <DownloadButton href={urlOf('voicesFile', { params: { year: String(year) } })}>
          导出表格
        </DownloadButton>
      </PageHeader>
      <div className="row voices-bar-top">
        <SelectField
          id="voices-year"
          required
          label="年度"
          value={String(year)}
          options={Array.from({ length: BACK }, (_, n) => [String(now - n), `${now - n} 年`] as const)}
          onChange={(chosen) => void navigate({ to: '/insight/voices', search: { year: Number(chosen) } })}
        />
        <Link to="/desk/surveys">各期调查和评价码</Link>
        <Link to="/desk/kept/$register" params={{ register: 'bad-review' }}>
          差评回访
        </Link>
      </div>
      <Async query={voices}>{(data) => <Groups data={data} />}</Async>
    </div>
  );
};

const Groups = ({ data }: { readonly data: Reply<'voices'> }) => (
  <section className="card" aria-label="各类人群的满意度">
    <table className="voices-groups">
      <thead>
        <tr>
          <th scope="col">人群</th>
          <th scope="col" className="number">
            满意度
          </th>
          <th scope="col" className="number">
            有效答卷
          </th>
          <th scope="col">渠道</th>
          <th scope="col">不满意的原因</th>
        </tr>
      </thead>
      <tbody>
        {[...data.groups]
          .sort((a, b) => Number(b.surveys > 0) - Number(a.surveys > 0))
          .map(({ code, who, surveys, lying, counted }) => (
            <tr key={code} data-none={counted.n === 0 || undefined}>
              <th scope="row">
                {who}
                <span className="voices-soft">{surveys === 0 ? '没有开调查' : `${surveys} 期调查`}</span>
              </th>
              <td className="number voices-value">{shareText(counted)}</td>
              <td className="number">
                {counted.n} 份{lying > 0 ? <span className="voices-soft">另有 {lying} 份未开启</span> : null}
              </td>
              <td>{waysText(counted)}</td>
              <td>{counted.reasons.map(({ text, n }) => `${text} ${n}`).join('、')}</td>
            </tr>
          ))}
      </tbody>
    </table>
    <p className="soft voices-note">
      {`${data.from === 3 ? '非常满意、满意、基本满意' : data.from === 4 ? '非常满意、满意' : '非常满意'}计为满意；满 ${data.least} 份起开启。依据：国办发〔2019〕51号；GB/T 39734-2020。`}
    </p>
  </section>
);
