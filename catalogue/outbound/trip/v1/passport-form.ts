import { date, form, integer, text, yesNo } from '@zhitongche/form';

/** 护照交回: counted at the custody desk. */
export const passportReturnForm = form({
  passports: {
    title: '护照交回登记',
    en: 'Passports handed in',
    fields: {
      returnedOn: date('交回日期', { required: true }),
      count: integer('交回本数', { required: true, min: 0, max: 200, unit: '本' }),
      stampsChecked: yesNo('已核对出入境章', { required: true }),
      note: text('遗失、损毁等情况', { max: 300, lines: 2 }),
    },
  },
});
