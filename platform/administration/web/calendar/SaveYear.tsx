import { TextField } from '@zhitongche/ui';
import { EditDialog } from '../edit/EditDialog.tsx';
import { useSending } from '../edit/use-edit.ts';
import { dayChanges, type DayException, workingDaysIn } from './calendar-year.ts';

/** Asks for the notice a year's days rest on and saves the year as entered whole. */
export const SaveYear = ({
  year,
  certainTo,
  stored,
  exceptions,
  notice,
  onNotice,
  onClose,
  onSaved,
}: {
  readonly year: number;
  /** Last day the calendar is certain of, `YYYY-MM-DD`. */
  readonly certainTo: string;
  readonly stored: readonly DayException[];
  readonly exceptions: readonly DayException[];
  readonly notice: string;
  readonly onNotice: (notice: string) => void;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}) => {
  const save = useSending('setCalendar', ['calendar']);
  const lastDay = `${year}-12-31`;
  const noticeOf = (day: DayException): string =>
    stored.find((s) => s.date === day.date && s.kind === day.kind)?.notice ?? notice.trim();
  return (
    <EditDialog
      title={`保存 ${year} 年的放假安排`}
      verb="保存"
      sending={save}
      ready={notice.trim() !== '' && exceptions.length > 0}
      onClose={onClose}
      onSend={() =>
        save.send(
          {
            body: {
              coversTo: certainTo > lastDay ? certainTo : lastDay,
              exceptions: exceptions.map((day) => ({ ...day, notice: noticeOf(day) })),
            },
          },
          { said: '已保存，进行中的时限会重新推算', done: onSaved },
        )
      }
    >
      <p>
        {exceptions.length === 0
          ? '一整年没有一天放假或调休，请先点选再保存。'
          : `改动 ${dayChanges(stored, exceptions)} 天，全年 ${workingDaysIn(year, exceptions)} 个工作日。保存即表示 ${year} 年的安排已录全，到期日不再标“暂定”。`}
      </p>
      <TextField
        id="calendar-notice"
        label="通知名称和文号"
        required
        maxLength={200}
        value={notice}
        onChange={onNotice}
      />
    </EditDialog>
  );
};
