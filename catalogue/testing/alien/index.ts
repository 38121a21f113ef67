import { date, form, text } from '@zhitongche/form';
import { defineRegister } from '@zhitongche/register';

/** A register the product does not have: whatever is added must find its place without an edit elsewhere. */
export const aliens = defineRegister({
  code: 'alien-flag',
  name: '外来旗帜',
  en: 'Flags',
  category: '外来',
  what: '自检用：一个产品里没有的台账。',
  basis: ['自检'],
  measure: '面',
  form: form({
    flag: {
      title: '旗帜',
      fields: {
        name: text('名称', { max: 40, required: true }),
        until: date('用到', {}),
      },
    },
  }),
  checks: [],
  facts: { tables: [], lookups: {} },
  policies: [],
  title: ({ name }) => name ?? '旗帜',
  cardFacts: () => [],
  columns: [{ key: 'name' }, { key: 'until' }],
  unique: ['name'],
  day: 'until',
  dates: [],
  relations: [],
  readers: [],
  keepers: ['handler'],
  samples: () => [{ answers: { name: '会旗' } }],
});
