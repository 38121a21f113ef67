import { addMonths } from '@zhitongche/base';
import { checksFor, type ExtraForm } from '@zhitongche/case';
import { choices, date, form, options, text, yesNo } from '@zhitongche/form';
import { shanghai } from './basis.ts';
import { ECONOMIES } from './economies.ts';
import { asksEconomies, type Card, readCard } from './form.ts';
import { economiesIn } from './keeps.ts';
import { key } from './policy.ts';

const madeForm = form({
  card: {
    title: '登记卡片',
    fields: {
      number: text('卡号', { max: 20, required: true, width: 6 }),
      place: text('存放位置', { max: 60, required: true, width: 6 }),
      issued: date('签发日期', { required: true, width: 6 }),
      until: date('有效期至', { required: true, width: 6 }),
      economies: choices('卡上的经济体', options(ECONOMIES), { required: true }),
    },
  },
});
const made = checksFor<typeof madeForm>();
const backForm = form({
  back: {
    title: '收回原卡',
    fields: {
      back: yesNo('原卡已交回', { required: true, width: 6 }),
      note: text('没有交回的原因', { max: 200, required: true, shown: ({ back }) => back === false }),
    },
  },
});

/** Forms the acts of the desks ask for. */
export const forms: Readonly<Record<string, ExtraForm>> = {
  card: {
    title: '登记卡片',
    form: madeForm,
    begin: (state) =>
      asksEconomies(readCard(state.answers)) ? { economies: [...economiesIn(state, 'approved')] } : {},
    checks: [
      made({
        code: 'A-21',
        title: '卡的有效期不超过最长期限和护照',
        level: 'block',
        basis: shanghai('有效期最长五年'),
        reads: ['issued', 'until'],
        run({ issued, until }, { policy, state }) {
          const { passportUntil }: Card = readCard(state?.answers ?? {});
          const longest = addMonths(issued, policy.number(key('card-months')));
          const last = passportUntil !== undefined && passportUntil < longest ? passportUntil : longest;
          return until > issued && until <= last
            ? []
            : [
                {
                  at: ['until'],
                  message: `有效期应晚于签发日期，且不晚于${last}`,
                  en: 'The card lasts too long, or not at all',
                  todo: '请照卡面核对',
                },
              ];
        },
      }),
      made({
        code: 'A-22',
        title: '卡上只有已批的经济体',
        level: 'block',
        basis: shanghai('卡背所列经济体为已批准的经济体'),
        reads: ['economies'],
        run({ economies }, { state }) {
          if (!state || !asksEconomies(readCard(state.answers))) return [];
          const good = economiesIn(state, 'approved');
          const wrong = economies.filter((one) => !good.includes(one)).map((one) => ECONOMIES[one]);
          return wrong.length === 0
            ? []
            : [
                {
                  at: ['economies'],
                  message: `${wrong.join('、')}没有批准`,
                  en: 'An economy on the card has not approved',
                  todo: '请照卡面核对；该经济体已批准的先登记其答复',
                },
              ];
        },
      }),
    ],
  },
  back: { title: '收回原卡', form: backForm },
  hand: {
    title: '领卡',
    form: form({
      hand: {
        title: '领卡',
        fields: { to: text('领卡人', { max: 30, required: true, sensitivity: 'personal' }) },
      },
    }),
    begin: ({ answers }) => ({ to: answers['clerk'] }),
  },
};
