import { choice, country, date, form, identifier, options, pick, text } from '@zhitongche/form';
import { defineRegister } from '@zhitongche/register';
import { REFUSALS, visaDesk } from './basis.ts';
import { REFUSED_FOR } from './choices.ts';

/** 拒签记录: whom which country refused a visa, when and why; whoever files again for that person is warned. */
export const visaRefusals = defineRegister({
  code: REFUSALS,
  name: '拒签记录',
  noun: '记录',
  en: 'Refused visas',
  category: '证照',
  what: '每一次拒签一行：谁、哪国、哪天、原因和使领馆的说法；再次申办时自动提醒。',
  basis: [visaDesk('如实说明拒签情况').title],
  measure: '次',
  form: form({
    refusal: {
      title: '拒签',
      fields: {
        name: text('姓名', { max: 30, required: true, sensitivity: 'personal', width: 4 }),
        citizenId: identifier('citizen-id', '身份证号', {
          required: true,
          sensitivity: 'sensitive',
          width: 8,
        }),
        unit: pick('派遣单位', 'org', { required: true, width: 8 }),
        country: country('国家', { required: true, width: 4 }),
        on: date('拒签日期', { required: true, width: 4 }),
        reason: choice('原因', options(REFUSED_FOR), { required: true, width: 4 }),
        caseNumber: text('办件编号', { max: 60, width: 4 }),
        words: text('使领馆的说法', { max: 300, lines: 2, required: true }),
      },
    },
  }),
  title: ({ country: where, on }) => (where ? `${where}拒签 ${on ?? ''}` : '拒签'),
  cardFacts: ({ unit, reason }) => [
    { label: '单位', value: unit?.title ?? '' },
    { label: '原因', value: reason === undefined ? '' : REFUSED_FOR[reason] },
  ],
  columns: [
    { key: 'country', filter: true },
    { key: 'on' },
    { key: 'reason', filter: true },
    { key: 'unit' },
  ],
  near: ['name', 'country', 'on'],
  org: 'unit',
  day: 'on',
  order: 'day',
  readers: [
    { roles: ['filer', 'signer'], rows: 'reach', clearance: 'personal' },
    { roles: ['window', 'handler', 'division-head', 'deputy-director', 'director'], rows: 'office' },
  ],
  keepers: ['passport-officer'],
  samples: (today) => [
    {
      answers: {
        name: '卫某',
        unit: { id: '', title: '云泽大学' },
        citizenId: '110101199001011237',
        country: '美国',
        on: today,
        reason: 'unsaid',
        words: '没有说明理由（演示）',
      },
    },
  ],
});
