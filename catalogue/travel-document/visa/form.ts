import {
  type Answers,
  type AnswersOf,
  choice,
  country,
  date,
  form,
  identifier,
  options,
  soundAnswers,
  table,
  text,
  yesNo,
} from '@zhitongche/form';
import { PASSPORTS } from './choices.ts';

/** Stops of the trip: asked at filing, and again when the itinerary was changed. */
export const stops = table(
  '行程',
  {
    country: country('国家（地区）', { required: true }),
    city: text('城市', { max: 40, required: true }),
    transit: yesNo('仅过境', { required: true }),
    leftAirport: yesNo('过境时离开机场', { required: true, shown: (row) => row.transit === true }),
    arrive: date('抵达日期', { required: true }),
    leave: date('离开日期', { required: true }),
    inviter: text('邀请单位', { max: 160, shown: (row) => row.transit === false }),
  },
  { required: true, minRows: 1, maxRows: 40, rowName: '站', names: ['country', 'city'] },
);

/** Who travels where on which passport; a trip fills in everything it knows. */
export const visaForm = form({
  trip: {
    title: '任务',
    en: 'Trip',
    fields: {
      unit: text('派遣单位', { max: 60, required: true, width: 6 }),
      tripNumber: text('出访办件编号', { max: 60, width: 6 }),
      approval: text('任务批件（确认件）文号', { max: 60, required: true, width: 6 }),
      groupName: text('团组', { max: 60, required: true, width: 6 }),
      purpose: text('出访目的', { max: 300, lines: 2, required: true }),
      exitDate: date('出境日期', { required: true, width: 6 }),
      entryDate: date('入境日期', { required: true, width: 6 }),
      phone: identifier('phone', '专办员电话', { required: true, sensitivity: 'personal', width: 6 }),
    },
  },
  travellers: {
    title: '人员',
    en: 'Travellers',
    fields: {
      travellers: table(
        '人员',
        {
          name: text('姓名', { max: 30, required: true }),
          pinyin: text('拼音', {
            max: 60,
            required: true,
            pattern: {
              regex: '^[A-Z]+( [A-Z]+)+$',
              hint: '与护照一致，姓在前、名在后，大写字母，如 ZHANG SAN',
            },
          }),
          sex: choice('性别', options({ M: '男', F: '女' }), { required: true }),
          birthDate: date('出生日期', { required: true, sensitivity: 'personal' }),
          citizenId: identifier('citizen-id', '身份证号', { required: true, sensitivity: 'sensitive' }),
          post: text('职务', { max: 60, required: true }),
          passportKind: choice('护照种类', options(PASSPORTS), { required: true }),
          passportNumber: identifier('passport', '护照号', { required: true, sensitivity: 'sensitive' }),
          passportUntil: date('护照有效期至', { required: true }),
        },
        { required: true, minRows: 1, maxRows: 60, rowName: '人', names: ['name'] },
      ),
    },
  },
  stops: { title: '行程', en: 'Itinerary', fields: { stops } },
});

/** Sound answers to it. */
export type Visa = AnswersOf<typeof visaForm>;
/** One traveller as told. */
export type Traveller = NonNullable<Visa['travellers']>[number];

/** Reads answers, whatever is still missing. */
export const readVisa = (answers: Answers): Visa => soundAnswers(visaForm, answers);
