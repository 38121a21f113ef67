import { text } from '@zhitongche/form';
import { FormDialog } from '@zhitongche/form/web';
import { dayChanges, type DayException, workingDaysIn } from './calendar-year.ts';

const FIELDS = { notice: text('通知名称和文号', { max: 200, required: true, width: 12 }) };

/** Asks for the notice a year's days rest on and saves the year as entered whole. */
export const SaveYear = ({
  year,
  certainTo,
  stored,
  exceptions,
  onClose,
  onSaved,
}: {
  readonly year: number;
  /** Last day the calendar is certain of, `YYYY-MM-DD`. */
  readonly certainTo: string;
  readonly stored: readonly DayException[];
  readonly exceptions: readonly DayException[];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}) => {
  const lastDay = `${year}-12-31`;
  const known = ({ date, kind }: DayException) =>
    stored.find((s) => s.date === date && s.kind === kind)?.notice;
  return (
    <FormDialog
      title={`保存 ${year} 年的放假安排`}
      verb="保存"
      write="setCalendar"
      refresh={['calendar']}
      about={String(year)}
      fields={FIELDS}
      ready={exceptions.length > 0}
      intro={
        <p>
          {exceptions.length === 0
            ? '一整年没有一天放假或调休，请先点选再保存。'
            : `改动 ${dayChanges(stored, exceptions)} 天，全年 ${workingDaysIn(year, exceptions)} 个工作日。保存即表示 ${year} 年的安排已录全，到期日不再标“暂定”。`}
        </p>
      }
      input={({ notice = '' }) => ({
        body: {
          coversTo: certainTo > lastDay ? certainTo : lastDay,
          exceptions: exceptions.map((day) => ({ ...day, notice: known(day) ?? notice })),
        },
      })}
      said="已保存，进行中的时限会重新推算"
      done={onSaved}
      onClose={onClose}
    />
  );
};
