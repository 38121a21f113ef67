import { addDays, addWorkingDays, CHINA_COVERS, CHINA_EXCEPTIONS, makeCalendar } from '@zhitongche/base';

const calendar = makeCalendar(CHINA_EXCEPTIONS, CHINA_COVERS);

const HALL = { id: '', title: '二楼会见厅' };
const BOOTH = { id: '', title: '护照采集室' };
const CAR = { id: '', title: '外事用车（中巴）' };
const once = { repeat: 'once' } as const;

/** What the demo office has booked for its next working days; one waits for a time that is taken. */
export const samples = (today: string) => {
  const day = (n: number): string => addWorkingDays(calendar, today, n).due;
  return [
    {
      stage: 'confirmed',
      answers: {
        what: CAR,
        subject: '机场接外宾',
        day: addDays(today, 1),
        from: '09:00',
        to: '10:00',
        ...once,
      },
    },
    {
      stage: 'confirmed',
      by: 'handler',
      answers: {
        what: HALL,
        subject: '与姊妹城市视频会商',
        day: day(1),
        from: '09:00',
        to: '10:30',
        people: 12,
        abroad: 'Europe/Berlin',
        ...once,
      },
    },
    {
      stage: 'waiting',
      by: 'head',
      answers: {
        what: HALL,
        subject: '处务会',
        day: day(1),
        from: '09:30',
        to: '10:30',
        people: 15,
        ...once,
      },
    },
    {
      stage: 'confirmed',
      by: 'deputy',
      answers: {
        what: HALL,
        subject: '会见友城代表团',
        day: day(1),
        from: '14:30',
        to: '16:00',
        people: 24,
        ...once,
      },
    },
    {
      stage: 'confirmed',
      by: 'window',
      answers: {
        what: BOOTH,
        subject: '团组集中采集',
        day: day(1),
        from: '09:00',
        to: '11:00',
        people: 6,
        ...once,
      },
    },
    {
      by: 'window',
      answers: {
        what: BOOTH,
        subject: '单人补采',
        day: day(1),
        from: '10:00',
        to: '10:30',
        people: 1,
        ...once,
      },
    },
    {
      stage: 'confirmed',
      by: 'head',
      answers: {
        what: HALL,
        subject: '年度总结会',
        day: day(3),
        from: '08:30',
        to: '11:30',
        people: 40,
        ...once,
      },
    },
    {
      stage: 'confirmed',
      by: 'handler',
      answers: { what: CAR, subject: '送团组到机场', day: day(2), from: '05:30', to: '08:00', ...once },
    },
  ] as const;
};
