import { defineRegister } from '@zhitongche/register';
import { desks } from './desks.ts';
import { custodyForm, set } from './form.ts';
import { checks, from, kept } from './kept.ts';
import { papers } from './papers.ts';
import { samples } from './samples.ts';
import { stages } from './stages.ts';

export { custodyCounts } from './counts.ts';
export { ownCustody } from './own.ts';

/** 证照保管: every official document the office holds, piece by piece, on the shelf or with whom, until when, to its end. */
export const custody = defineRegister({
  ...kept,
  code: 'custody',
  name: '证照保管',
  noun: '证件',
  en: 'Documents in custody',
  what: '每一本因公证照：在库、借出、送签、在外还是逾期，谁领走的，哪天该交回，最后怎么注销、销毁。',
  form: custodyForm,
  set,
  checks,
  stages,
  papers,
  stock: { inStage: 'in', place: 'cabinet' },
  relations: [{ key: 'renews', label: '换发自', back: '换发为', to: 'custody', one: true, acyclic: true }],
  readers: [{ roles: ['filer', 'signer'], rows: 'reach', clearance: 'personal' }, ...desks.readers],
  keepers: desks.keepers,
  samples: (today) => samples(from(today)),
});
