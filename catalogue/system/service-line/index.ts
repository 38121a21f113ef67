import { defineRegister } from '@zhitongche/register';
import { DESK_AND_CITIES } from '../../shared/desk-readers.ts';
import { policiesOf } from '../../shared/policies.ts';
import { serviceForm } from './form.ts';
import { samples } from './samples.ts';

const { key, words } = policiesOf('service-line');

/** 在用服务: one card a service that is paid for by term, with its failures. */
export const serviceLines = defineRegister({
  code: 'service-line',
  name: '在用服务',
  noun: '服务',
  en: 'Services in use',
  category: '系统运维',
  what: '云视频服务点、网站、公众号、卫星电视、专线：几个、谁提供、哪天到期、出过哪些故障。',
  basis: ['河北省外办2024年度部门预算：视频会议、官网和公众号维护'],
  measure: '项',
  form: serviceForm,
  checks: [],
  facts: { tables: [], lookups: {} },
  policies: [words('warn', '服务到期前几天提醒（负数为逾期后几天）', ['60', '30', '7', '0', '-7'])],
  title: ({ name }) => name ?? '服务',
  columns: [
    { key: 'sort', filter: true },
    { key: 'count' },
    { key: 'provider' },
    { key: 'until' },
    {
      key: 'failed',
      label: '故障',
      of: ({ failures }) => `${Array.isArray(failures) ? failures.length : 0}次`,
    },
  ],
  unique: ['name', 'from'],
  day: 'until',
  order: 'due',
  dates: [{ field: 'until', label: '服务到期', warn: key('warn') }],
  relations: [],
  readers: DESK_AND_CITIES,
  keepers: ['handler', 'division-head'],
  samples,
});
