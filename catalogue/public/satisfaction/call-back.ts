import type { CallBack } from '@zhitongche/survey';

/** Whoever is not satisfied and leaves a way to be reached is written down to be called. */
export const callBack: CallBack = {
  register: 'bad-review',
  answers: ({ title, who, mark, reasons, words, name, contact, day, due, mendDue }) => ({
    about: title,
    who,
    mark: mark === 1 ? 'very' : 'dissatisfied',
    reasons: reasons.join('、'),
    words,
    name,
    contact,
    day,
    due,
    mendDue,
  }),
};
