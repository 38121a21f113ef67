import { checksFor, type ExtraForm } from '@zhitongche/case';
import { choice, date, form, options, text } from '@zhitongche/form';
import { exemptions, visaDesk } from './basis.ts';
import { REFUSED_FOR } from './choices.ts';
import { figuresFor, figuresOf, standing } from './entries.ts';
import { ENTRY_ANSWERS } from '../../shared/entry-rules.ts';
import { stops } from './form.ts';
import { receivedChecks, receivedForm } from './received.ts';
import { rules } from './rules.ts';
import { chosenEntries, handChecks, handForm, inChecks, inForm, outChecks, outForm } from './scans.ts';

const groundForm = form({
  ground: {
    title: '核对依据',
    fields: { ground: text('依据', { max: 300, lines: 2, help: '与系统答案不同、附条件或待核实的写明' }) },
  },
});
const ground = checksFor<typeof groundForm>();

/** An officer settles an answer: other than the list has it he says on what ground. */
const settled = (title: string, fits: readonly string[]): ExtraForm => ({
  title,
  form: groundForm,
  checks: [
    ground({
      code: 'V-11',
      title: '与系统答案不同的写明依据',
      level: 'block',
      basis: exemptions('以外交部最新公布的为准'),
      reads: [],
      run(answers, { state, chosen }) {
        if (!state || answers.ground) return [];
        const { entries } = figuresOf(state);
        const told = (chosenEntries(state, chosen) ?? []).flatMap(
          ({ id, country, traveller: { name = '' } }) => {
            const answer = entries.find((one) => one.id === id)?.answer;
            return answer && fits.includes(answer)
              ? []
              : [`${name}${country}（系统：${answer ? ENTRY_ANSWERS[answer] : '没有答案'}）`];
          },
        );
        return told.length === 0
          ? []
          : [
              {
                at: ['ground'],
                message: `请写明依据：${told.join('、')}`,
                en: 'Say on what ground',
                todo: '写明核实的渠道、日期和结果',
              },
            ];
      },
    }),
  ],
});

const noteForm = form({
  note: {
    title: '照会',
    intro: '人员、护照号、日期由系统写入；中文、英文各一份，签发后编号并固定。',
    fields: {
      mission: text('致（中文）', { max: 60, required: true, help: '如：日本国驻华大使馆' }),
      missionEn: text('致（英文）', { max: 100, required: true, help: '如：Embassy of Japan in China' }),
      purposeEn: text('出访目的（英文）', { max: 300, lines: 2, required: true }),
    },
  },
});
const note = checksFor<typeof noteForm>();

const itineraryForm = form({
  itinerary: {
    title: '变更后的行程',
    fields: {
      approval: text('变更批件文号', { max: 60, required: true }),
      exitDate: date('出境日期', { required: true, width: 6 }),
      entryDate: date('入境日期', { required: true, width: 6 }),
      stops,
    },
  },
});

const refusalForm = form({
  refusal: {
    title: '拒签',
    fields: {
      on: date('拒签日期', { required: true, width: 6 }),
      reason: choice('原因', options(REFUSED_FOR), { required: true, width: 6 }),
      words: text('使领馆的说法', { max: 300, lines: 2, required: true }),
    },
  },
});

const fitsTrip = rules.filter(({ code }) => code === 'V-02');

/** What acts ask for. */
export const forms: Readonly<Record<string, ExtraForm>> = {
  'as-exempt': settled('按免签办理', ['exempt']),
  'as-visa': settled('按须办签证办理', ['visa']),
  'as-evisa': settled('按电子签证办理', ['visa']),
  'as-held': settled('不需办理', []),
  note: {
    title: '起草照会',
    form: noteForm,
    checks: [
      note({
        code: 'V-12',
        title: '一份照会只写一个国家',
        level: 'block',
        basis: visaDesk('凭照会送签'),
        reads: ['mission'],
        run: (_answers, { state, chosen }) =>
          new Set((chosenEntries(state, chosen) ?? []).map(({ country }) => country)).size > 1
            ? [
                {
                  at: ['mission'],
                  message: '所选人员分属几个国家',
                  en: 'More than one country',
                  todo: '请按国家分别起草',
                },
              ]
            : [],
      }),
    ],
  },
  out: { title: '送签', form: outForm, checks: outChecks },
  in: { title: '取回', form: inForm, checks: inChecks },
  received: { title: '核对签证', form: receivedForm, checks: receivedChecks },
  refusal: { title: '拒签', form: refusalForm },
  itinerary: {
    title: '登记行程变更',
    form: itineraryForm,
    checks: fitsTrip,
    begin(state) {
      const { exitDate, entryDate, stops: list } = standing(state);
      return { exitDate, entryDate, stops: list };
    },
    derive(data, context) {
      const { state } = context;
      if (!state) return undefined;
      const record = { at: '', doer: { id: '', name: '', org: '' }, data };
      const records = { ...state.records, itinerary: [...(state.records['itinerary'] ?? []), record] };
      return figuresFor({ answers: state.answers, records }, context);
    },
  },
  hand: { title: '发放', form: handForm, checks: handChecks },
};
