import { form, table, text } from '@zhitongche/form';

/** 补正事项: what an examining desk found, on its way to the one notice. */
const faultsForm = form({
  faults: {
    title: '补正事项',
    en: 'To be corrected',
    fields: {
      faults: table(
        '补正事项',
        {
          at: text('填报项', { max: 200 }),
          message: text('需补正的内容', { max: 4000, required: true }),
          basis: text('依据', { max: 4000 }),
        },
        { required: true, minRows: 1, maxRows: 200, rowName: '处' },
      ),
    },
  },
});

/** Where a service that tells once keeps what its desks find, under `faults` of its forms. */
export const faultsKept = { title: '补正事项', form: faultsForm } as const;
