import { addDays, type Day } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import { sampleCitizenId, samplePerson } from '../../shared/sample-people.ts';

/** A whole application, valid on its day. */
export const applicationSample = (today: Day, more: Answers = {}): Answers => {
  const person = samplePerson(60, '科长');
  return {
    matter: 'first',
    kind: 'ordinary',
    unit: '某某单位',
    approval: '某外出字〔2026〕15号',
    destination: '日本',
    exitDate: addDays(today, 40),
    entryDate: addDays(today, 44),
    name: person.name,
    pinyin: person.pinyin,
    sex: person.sex,
    birthDate: person.birthDate,
    birthPlace: '河北',
    citizenId: sampleCitizenId(person.birthDate, person.sex, 60),
    employer: '某某单位',
    post: person.post,
    rank: 'section',
    phone: '13900000000',
    ...more,
  };
};
