import { addDays, type Day } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import { sampleCitizenId, samplePerson } from '../../shared/sample-people.ts';

/** A traveller of a sample, each different. */
export const sampleTraveller = (n: number, today: Day, more: Answers = {}) => {
  const { name, pinyin, sex, birthDate, post } = samplePerson(n, '处长');
  return {
    name,
    pinyin,
    sex,
    birthDate,
    citizenId: sampleCitizenId(birthDate, sex, n),
    post,
    passportKind: 'public-ordinary',
    passportNumber: `PE66${String(10000 + n).slice(-5)}`,
    passportUntil: addDays(today, 1500),
    ...more,
  };
};

/** A stop of so many days. */
export const sampleStop = (country: string, city: string, arrive: Day, days: number): Answers => ({
  country,
  city,
  transit: false,
  arrive,
  leave: addDays(arrive, days - 1),
  inviter: '某某机构',
});

/** One person to Japan, valid on its day. */
export const visaSample = (today: Day, more: Answers = {}): Answers => ({
  unit: '某某单位',
  approval: '某外出字〔2026〕16号',
  groupName: '某某单位赴日本交流团',
  purpose: '洽谈合作办学',
  exitDate: addDays(today, 40),
  entryDate: addDays(today, 47),
  phone: '13900000000',
  travellers: [sampleTraveller(70, today)],
  stops: [sampleStop('日本', '东京', addDays(today, 40), 4)],
  ...more,
});

/** Three people to Japan (a visa) and Singapore (exempt). */
export const groupSample = (today: Day): Answers =>
  visaSample(today, {
    groupName: '某某单位赴日本、新加坡交流团',
    travellers: [70, 71, 72].map((n) => sampleTraveller(n, today)),
    stops: [
      sampleStop('日本', '东京', addDays(today, 40), 4),
      sampleStop('新加坡', '新加坡', addDays(today, 43), 4),
    ],
  });
