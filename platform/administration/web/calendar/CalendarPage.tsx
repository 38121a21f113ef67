import { useState } from 'react';
import { useRead, type Reply } from '@zhitongche/contract/web';
import { Async, Button, IconButton, PageHeader } from '@zhitongche/ui';
import { CalendarLegend } from './CalendarLegend.tsx';
import { dayChanges, type DayException, toggleDay, workingDaysIn } from './calendar-year.ts';
import { SaveYear } from './SaveYear.tsx';
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
  const [saving, setSaving] = useState(false);
  const stored = calendar.exceptions.filter((e) => e.date.startsWith(`${year}-`));
  const exceptions = edited ?? stored;
  const changes = dayChanges(stored, exceptions);
  // A year can only follow the one before it: the calendar is certain up to one day, with no gap behind.
  const early = year > Number(calendar.covers.to.slice(0, 4)) + 1;
  const notices = [...new Set(exceptions.map((e) => e.notice).filter((n) => n !== ''))];
  const turn = (by: number): void => {
    setYear(year + by);
    setEdited(null);
  };
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
      <CalendarLegend year={year} covers={calendar.covers} early={early} notices={notices} />
      <YearView
        year={year}
        today={calendar.today}
        exceptions={exceptions}
        onPress={early ? undefined : (day) => setEdited(toggleDay(exceptions, day))}
      />
      {saving ? (
        <SaveYear
          year={year}
          certainTo={calendar.covers.to}
          stored={stored}
          exceptions={exceptions}
          onClose={() => setSaving(false)}
          onSaved={() => {
            setSaving(false);
            setEdited(null);
          }}
        />
      ) : null}
    </>
  );
};
