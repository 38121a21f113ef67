import { newKey, type Reply, urlOf, useRead, useWrite } from '@zhitongche/contract/web';
import { Badge, Button, DownloadButton, Notice, Refusal, toast, useShared, type Words } from '@zhitongche/ui';
import { useState } from 'react';
import { dayHeading, hourSpan } from './hour-text.ts';
import './appointment.css';

type Shown = Reply<'appointments'>;
type Booked = Shown['booked'][number];

/** Milliseconds between two looks at one's number. */
const AGAIN = 20_000;

/** Coming to the counter for a case: what for, the hour that is booked with its calendar file, or the hours one may book. */
export const AppointmentPanel = ({
  caseId,
  revision,
}: {
  readonly caseId: string;
  /** The case as it stands: what one comes for may change with it. */
  readonly revision: number;
}) => {
  const words = useShared();
  const { say } = words;
  const shown = useRead(
    'appointments',
    { params: { case: caseId } },
    { refetchInterval: AGAIN, staleTime: 0 },
  );
  if (!shown.data || (shown.data.what === null && shown.data.booked.length === 0)) return null;
  const { what, booked, hours, why } = shown.data;
  return (
    <section className="card stack" aria-labelledby="appointment-title" data-revision={revision}>
      <h2 id="appointment-title">{say('到窗口', 'At the counter')}</h2>
      {what ? <p>{say(`要到窗口办：${what.zh}`, `What for: ${what.en}`)}</p> : null}
      {booked.map((one) => (
        <OneBooked key={one.id} caseId={caseId} booked={one} words={words} />
      ))}
      {why && !booked.some(({ state }) => state === 'booked') ? (
        <Notice tone="warn">{say(why.zh, why.en)}</Notice>
      ) : null}
      {hours.length > 0 ? <Hours caseId={caseId} hours={hours} words={words} /> : null}
      {what && hours.length === 0 && !why ? (
        <p className="soft">
          {say(
            '近日没有可约的时段，也可以在开放时间直接到窗口取号。',
            'No hour is free these days; you may also come and draw a number.',
          )}
        </p>
      ) : null}
    </section>
  );
};

const STATES: Readonly<Record<Booked['state'], readonly [zh: string, en: string]>> = {
  booked: ['已约', 'Booked'],
  came: ['已到', 'You came'],
  absent: ['未到', 'You did not come'],
};

const OneBooked = ({
  caseId,
  booked,
  words: { say, language },
}: {
  readonly caseId: string;
  readonly booked: Booked;
  readonly words: Words;
}) => {
  const cancel = useWrite('cancelAppointment', ['appointments']);
  const { id, from, to, place, state, number } = booked;
  return (
    <div className="appointment-booked stack">
      <p className="row">
        <Badge tone={state === 'absent' ? 'warn' : 'ok'}>{say(...STATES[state])}</Badge>
        <strong>
          {dayHeading(from, language)} {hourSpan(from, to)}
        </strong>
        <span lang="zh-CN">{place}</span>
      </p>
      {number ? <Number number={number} say={say} /> : null}
      {state === 'booked' ? (
        <p className="row">
          <DownloadButton href={urlOf('appointmentFile', { params: { case: caseId, id } })} download>
            {say('加入日历', 'Add to calendar')}
          </DownloadButton>
          <Button
            pending={cancel.isPending}
            onPress={() =>
              cancel.mutate(
                { params: { case: caseId, id }, options: { key: newKey() } },
                { onSuccess: () => toast(say('预约已取消', 'The appointment is cancelled'), 'ok') },
              )
            }
          >
            {say('取消预约', 'Cancel')}
          </Button>
        </p>
      ) : null}
      <Refusal error={cancel.error} />
    </div>
  );
};

const Number = ({
  number: { no, state, desk, before },
  say,
}: {
  readonly number: NonNullable<Booked['number']>;
  readonly say: Words['say'];
}) => (
  <output className="appointment-number">
    <strong>{no}</strong>
    {state === 'called'
      ? say(`请到${desk}`, `Please go to ${desk}`)
      : state === 'waiting'
        ? say(`前面还有 ${before} 人`, `${before} before you`)
        : state === 'missed'
          ? say('已过号，请告诉窗口重新排队', 'You were called; tell the counter to queue again')
          : say('已办', 'Done')}
  </output>
);

const Hours = ({
  caseId,
  hours,
  words: { say, language },
}: {
  readonly caseId: string;
  readonly hours: Shown['hours'];
  readonly words: Words;
}) => {
  const days = [...new Set(hours.map(({ from }) => dayHeading(from, language)))];
  const [day, setDay] = useState(days[0] ?? '');
  const book = useWrite('bookAppointment', ['appointments']);
  const of = hours.filter(({ from }) => dayHeading(from, language) === day);
  return (
    <fieldset className="appointment-hours">
      <legend>{say('选一个时段', 'Choose an hour')}</legend>
      <label className="stack stack-tight">
        <span>{say('日期', 'Day')}</span>
        <select className="input" value={day} onChange={(e) => setDay(e.target.value)}>
          {days.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <ul className="appointment-list">
        {of.map(({ place, title, from, to, free }) => (
          <li key={`${place} ${from}`}>
            <Button
              pending={book.isPending && book.variables?.body.from === from}
              onPress={() =>
                book.mutate(
                  { params: { case: caseId }, body: { place, from }, options: { key: newKey() } },
                  { onSuccess: () => toast(say('已约好', 'Booked'), 'ok') },
                )
              }
            >
              {hourSpan(from, to)}
            </Button>
            <span className="soft">
              <span lang="zh-CN">{title}</span> {say(`余 ${free}`, `${free} free`)}
            </span>
          </li>
        ))}
      </ul>
      <Refusal error={book.error} />
    </fieldset>
  );
};
