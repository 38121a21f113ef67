import { useState } from 'react';
import { useRead, useWrite, type Reply } from '@zhitongche/contract/web';
import { Async, Button, IconButton, ConfirmSheet, Field, Notice, PageHeader, toast } from '@zhitongche/ui';
import { Refused } from '../Refused.tsx';
import { dayChanges, type DayException, toggleDay, workingDaysIn } from './calendar-year.ts';
import { YearView } from './YearView.tsx';
import './CalendarPage.css';

/** The office's working days, a year at a glance; the yearly notice is entered by pressing days. */
export const CalendarPage = () => {
  const query = useRead('calendar', {}, { staleTime: 0 });
  return (
    <div className="admin-page">
      <PageHeader
        title="工作日历"
        intro="时限都按这份日历推算。每年国务院办公厅公布放假安排后，在这里照着通知点选。"
      />
      <Async query={query}>{(calendar) => <Year calendar={calendar} />}</Async>
    </div>
  );
};

const Year = ({ calendar }: { readonly calendar: Reply<'calendar'> }) => {
  const [year, setYear] = useState(Number(calendar.today.slice(0, 4)));
  const [edited, setEdited] = useState<readonly DayException[] | null>(null);
  const [notice, setNotice] = useState('');
  const [saving, setSaving] = useState(false);
  const save = useWrite('setCalendar', ['calendar']);
  const stored = calendar.exceptions.filter((e) => e.date.startsWith(`${year}-`));
  const exceptions = edited ?? stored;
  const changes = dayChanges(stored, exceptions);
  const covered = calendar.covers.to >= `${year}-12-31` && calendar.covers.from <= `${year}-01-01`;
  // A year can only follow the one before it: the calendar is certain up to one day, with no gap behind.
  const early = year > Number(calendar.covers.to.slice(0, 4)) + 1;
  const notices = [...new Set(exceptions.map((e) => e.notice).filter((n) => n !== ''))];
  const turn = (by: number): void => {
    setYear(year + by);
    setEdited(null);
  };
  const lastDay = `${year}-12-31`;
  return (
    <>
      <div className="admin-tools">
        <div className="row">
          <IconButton icon="chevron-left" label="上一年" onPress={() => turn(-1)} />
          <h2>{year} 年</h2>
          <IconButton icon="chevron-right" label="下一年" onPress={() => turn(1)} />
        </div>
        <span className="soft">共 {workingDaysIn(year, exceptions)} 个工作日</span>
        <span className="grow" />
        {changes > 0 ? (
          <>
            <Button onPress={() => setEdited(null)}>放弃改动</Button>
            <Button variant="primary" onPress={() => setSaving(true)}>
              保存 {changes} 处改动
            </Button>
          </>
        ) : null}
      </div>
      {covered ? null : (
        <div className="calendar-notice">
          <Notice tone="warn" title={`${year} 年的放假安排还没有录入`}>
            {early
              ? `请先录入 ${year - 1} 年及以前的安排。`
              : '这一年的到期日按周一至周五暂算，并会标明“暂定”；录入并保存后自动重算。'}
          </Notice>
        </div>
      )}
      <p className="calendar-legend">
        <span className="calendar-swatch calendar-off">休</span> 放假
        <span className="calendar-swatch calendar-work">班</span> 调休上班
        <span className="calendar-swatch calendar-weekend">六</span> 周末
        <span className="soft">点一天即可切换；用键盘时，方向键走到那一天，再按空格。</span>
      </p>
      {notices.length === 0 ? null : <p className="soft calendar-source">依据：{notices.join('；')}</p>}
      <YearView
        year={year}
        today={calendar.today}
        exceptions={exceptions}
        onPress={early ? undefined : (day) => setEdited(toggleDay(exceptions, day, notice))}
      />
      <ConfirmSheet
        open={saving}
        title={`保存 ${year} 年的放假安排`}
        verb="保存"
        pending={save.isPending}
        ready={notice.trim() !== '' && exceptions.length > 0}
        onClose={() => setSaving(false)}
        onConfirm={() =>
          save.mutate(
            {
              body: {
                coversTo: calendar.covers.to > lastDay ? calendar.covers.to : lastDay,
                exceptions: exceptions.map((e) => ({
                  ...e,
                  notice: stored.find((s) => s.date === e.date && s.kind === e.kind)?.notice ?? notice.trim(),
                })),
              },
            },
            {
              onSuccess: () => {
                toast('已保存，进行中的时限会重新推算');
                setSaving(false);
                setEdited(null);
              },
            },
          )
        }
      >
        <p>
          {exceptions.length === 0
            ? '一整年没有一天放假或调休，请先点选再保存。'
            : `改动 ${changes} 天，全年 ${workingDaysIn(year, exceptions)} 个工作日。保存即表示 ${year} 年的安排已录全，到期日不再标“暂定”。`}
        </p>
        <Field id="calendar-notice" label="通知名称和文号" required>
          {(aria) => (
            <input
              {...aria}
              className="input"
              maxLength={200}
              value={notice}
              onChange={(e) => setNotice(e.target.value)}
            />
          )}
        </Field>
        <Refused error={save.error} />
      </ConfirmSheet>
    </>
  );
};
