import { useSearch } from '@tanstack/react-router';
import { NUMBER_MOVES, NUMBER_STATES, type NumberMove } from '@zhitongche/appointment';
import { newKey, own, type Reply, useRead, useWrite } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import {
  Async,
  Badge,
  Button,
  Empty,
  LinkButton,
  Notice,
  PageHeader,
  Refusal,
  TextField,
  timeText,
} from '@zhitongche/ui';
import { useState } from 'react';
import { hourSpan } from './hour-text.ts';
import './queue.css';

type Shown = Reply<'queue'>;
const AGAIN = 5_000;

/** 窗口叫号: who is expected, who waits, whom this desk has called. */
export const QueuePage = () => {
  const { place } = useSearch({ from: '/signed-in/desk-shell/desk/queue' });
  const queue = useRead(
    'queue',
    { query: place === undefined ? {} : { place } },
    { refetchInterval: AGAIN, staleTime: 0 },
  );
  return (
    <>
      <PageHeader title="窗口叫号" intro="约好的到了取号，现场来的也取号；约的时段内到的先叫。" />
      <Async query={queue}>
        {(data) =>
          data.place === null ? (
            <Empty
              icon="users"
              title="还没有窗口"
              text="先在“会议室、窗口与车辆”登记一个办事窗口，写明开放时间和同时可约几个。"
            />
          ) : (
            <Counter data={data} place={data.place} />
          )
        }
      </Async>
    </>
  );
};

const Counter = ({ data, place }: { readonly data: Shown; readonly place: string }) => {
  const { id: me } = useMe();
  const [desk, setDesk] = useState(() => {
    const kept = own.read('queue-desk', me);
    return typeof kept === 'string' ? kept : '1号窗口';
  });
  const next = useWrite('callNext', ['queue']);
  const keep = (value: string): void => {
    setDesk(value);
    own.write('queue-desk', me, '', value);
  };
  return (
    <div className="stack stack-wide">
      <div className="card queue-top">
        {data.places.length > 1 ? (
          <nav className="row" aria-label="窗口">
            {data.places.map(({ id, title, waiting }) => (
              <LinkButton
                key={id}
                to="/desk/queue"
                search={{ place: id }}
                variant={id === place ? 'primary' : 'plain'}
              >
                {title} {waiting > 0 ? `（${waiting} 人等）` : ''}
              </LinkButton>
            ))}
          </nav>
        ) : null}
        <p className="row">
          <span>
            等候 <strong>{data.numbers.filter(({ state }) => state === 'waiting').length}</strong> 人
          </span>
          <span>已办 {data.served} 人</span>
          <span>过号 {data.missed} 人</span>
          {data.median === null ? null : <span>一半的人等了不到 {data.median + 1} 分钟</span>}
          <a href={`/screen/${place}`} target="_blank" rel="noreferrer">
            大厅屏幕
          </a>
        </p>
        <div className="queue-call">
          <TextField id="queue-desk" label="我在" maxLength={20} value={desk} onChange={keep} />
          <Button
            variant="primary"
            size="large"
            pending={next.isPending}
            isDisabled={desk.trim() === ''}
            onPress={() => next.mutate({ params: { place }, body: { desk }, options: { key: newKey() } })}
          >
            叫下一号
          </Button>
        </div>
        <Refusal error={next.error} />
        {next.data && next.data.no === null ? <Notice tone="info">现在没有人等候。</Notice> : null}
      </div>
      <Numbers numbers={data.numbers} />
      <Expected data={data} place={place} />
      <WalkIn place={place} />
    </div>
  );
};

const Numbers = ({ numbers }: { readonly numbers: Shown['numbers'] }) => {
  const move = useWrite('moveNumber', ['queue']);
  if (numbers.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="queue-numbers">
      <h2 id="queue-numbers">今天的号</h2>
      <Refusal error={move.error} />
      <ul className="queue-list">
        {numbers.map(({ id, no, state, desk, matter, booked, calls, caseId, drawnAt }) => (
          <li key={id} className="queue-line">
            <strong className="queue-no">{no}</strong>
            <Badge tone={state === 'called' ? 'ok' : state === 'missed' ? 'warn' : 'idle'}>
              {NUMBER_STATES[state]}
              {state === 'called' ? ` ${desk}` : ''}
            </Badge>
            <span className="queue-what">
              {matter}{' '}
              <span className="soft">
                {booked ? '预约' : '现场'}，{timeText(drawnAt)} 取号{calls > 1 ? `，叫了 ${calls} 次` : ''}
              </span>
            </span>
            <span className="row">
              {caseId === null ? null : (
                <LinkButton to="/desk/cases/$case" params={{ case: caseId }}>
                  打开办件
                </LinkButton>
              )}
              {Object.entries(NUMBER_MOVES).map(([key, { label, from }]) =>
                (from as readonly string[]).includes(state) ? (
                  <Button
                    key={key}
                    variant={key === 'serve' ? 'primary' : 'plain'}
                    onPress={() =>
                      move.mutate({
                        params: { id },
                        body: { move: key as NumberMove },
                        options: { key: newKey() },
                      })
                    }
                  >
                    {label}
                  </Button>
                ) : null,
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Expected = ({ data, place }: { readonly data: Shown; readonly place: string }) => {
  const draw = useWrite('drawNumber', ['queue']);
  return (
    <section className="card stack" aria-labelledby="queue-expected">
      <h2 id="queue-expected">今天约好、还没到的</h2>
      <Refusal error={draw.error} />
      {data.expected.length === 0 ? <p className="soft">没有。</p> : null}
      <ul className="queue-list">
        {data.expected.map(({ id, title, from, to }) => (
          <li key={id} className="queue-line">
            <strong>{hourSpan(from, to)}</strong>
            <span className="queue-what">{title}</span>
            <Button
              pending={draw.isPending && draw.variables?.body.booking === id}
              onPress={() =>
                draw.mutate({
                  params: { place },
                  body: { booking: id, matter: title.slice(0, 40) },
                  options: { key: newKey() },
                })
              }
            >
              到了，取号
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};

const WalkIn = ({ place }: { readonly place: string }) => {
  const [matter, setMatter] = useState('');
  const draw = useWrite('drawNumber', ['queue']);
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        draw.mutate(
          { params: { place }, body: { booking: null, matter }, options: { key: newKey() } },
          { onSuccess: () => setMatter('') },
        );
      }}
    >
      <h2>现场取号</h2>
      <div className="queue-call">
        <TextField
          id="queue-matter"
          label="来办什么"
          required
          maxLength={40}
          value={matter}
          onChange={setMatter}
        />
        <Button type="submit" pending={draw.isPending} isDisabled={matter.trim() === ''}>
          取号
        </Button>
      </div>
      <Refusal error={draw.error} />
      {draw.data ? <Notice tone="ok">号码 {draw.data.no}，请交给来办事的人。</Notice> : null}
    </form>
  );
};
