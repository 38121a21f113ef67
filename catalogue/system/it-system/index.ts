import { choice, form, integer, options, pick, text } from '@zhitongche/form';
import { defineRegister } from '@zhitongche/register';
import { DESK_AND_CITIES } from '../../shared/desk-readers.ts';
import { SYSTEM_HOURS } from '../../shared/system-hours.ts';
import { SYSTEMS } from './samples.ts';

/** 信息系统: one card a system, with whom it is kept by and how quickly a fault of it must be answered and mended. */
export const itSystems = defineRegister({
  code: 'it-system',
  name: '信息系统',
  noun: '信息系统',
  en: 'Information systems',
  category: '系统运维',
  what: '每个信息系统一张卡：谁负责、等级保护几级、由哪份合同运维、故障多久响应和修复。',
  basis: ['河北省外办2024年度部门预算：网络安全和信息化运维经费'],
  measure: '个',
  form: form({
    system: {
      title: '系统',
      fields: {
        name: text('系统名称', { max: 80, required: true, width: 8 }),
        level: choice(
          '等级保护',
          options({ none: '未定级', '1': '一级', '2': '二级', '3': '三级', '4': '四级' }),
          {
            required: true,
            width: 4,
          },
        ),
        owner: text('责任处室', { max: 60, width: 6 }),
        contract: pick('运维合同', 'contract', { width: 6 }),
        terminals: integer('终端数', { min: 0, max: 100_000, unit: '台', width: 4 }),
        note: text('备注', { max: 300, lines: 2 }),
      },
    },
    limits: {
      title: '故障时限',
      intro: '登记故障时带入；以后改动不影响已登记的故障。',
      fields: {
        hours: choice('计时办法', options(SYSTEM_HOURS), { required: true, width: 4 }),
        answer: integer('响应时限', { min: 1, max: 100_000, unit: '分钟', width: 4 }),
        repair: integer('修复时限', { min: 1, max: 100_000, unit: '分钟', width: 4 }),
      },
    },
  }),
  checks: [],
  facts: { tables: [], lookups: {} },
  policies: [],
  title: ({ name }) => name ?? '信息系统',
  columns: [
    { key: 'level', filter: true },
    { key: 'owner' },
    { key: 'answer' },
    { key: 'repair' },
    { key: 'contract', later: true },
  ],
  unique: ['name'],
  order: 'name',
  readers: DESK_AND_CITIES,
  keepers: ['handler', 'division-head'],
  samples: () => SYSTEMS,
});
