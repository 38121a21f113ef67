import { addDays } from '@zhitongche/base';
import { decimal, integer, text, yesNo } from '@zhitongche/form';
import { defineRegister } from '@zhitongche/register';
import { COURSE_KINDS, TRAINING } from '../../shared/course-kinds.ts';
import { certificate } from './certificate.ts';
import { attendanceForm } from './form.ts';
import { stages } from './stages.ts';

/** 参训记录: who was there, from when to when, and whether they passed. */
export const attendances = defineRegister({
  code: 'attendance',
  name: '参训记录',
  en: 'Attendance',
  category: '培训',
  what: '谁参加了哪一期培训：几点签到、签退，几学时，多少分，是否合格。',
  basis: [TRAINING.title],
  measure: '人次',
  form: attendanceForm,
  set: {
    title: '结果',
    fields: {
      signedIn: text('签到时间', { max: 20, width: 4 }),
      arrived: text('签到送达时间', { max: 20, width: 4, help: '没有网络时存在手机上，随后送达' }),
      signedOut: text('签退时间', { max: 20, width: 4 }),
      attended: decimal('实到学时', { scale: 1, unit: '小时', width: 4 }),
      score: integer('分数', { unit: '分', width: 4 }),
      passed: yesNo('合格', { width: 4 }),
    },
  },
  checks: [],
  facts: { tables: [], lookups: {} },
  policies: [
    {
      key: 'attendance.late',
      label: '没有网络时存在手机上的签到，多久以内送达有效',
      type: 'number',
      unit: '小时',
      default: 24,
      bounds: [1, 96],
      unconfirmed: true,
    },
  ],
  checkIn: {
    door: 'course',
    who: { name: 'name', org: 'unit' },
    move: 'check-in',
    done: 'signedIn',
    late: 'attendance.late',
    // The whole day of the course, as the office counts days.
    when: ({ day }) =>
      typeof day === 'string'
        ? {
            from: new Date(`${day}T00:00:00+08:00`).toISOString(),
            to: new Date(`${addDays(day, 1)}T00:00:00+08:00`).toISOString(),
          }
        : undefined,
  },
  title: ({ course, unit }) => [course?.title, unit?.title].filter(Boolean).join(' ') || '参训记录',
  cardFacts: ({ kind, day }) => [
    { label: '类别', value: COURSE_KINDS[kind as keyof typeof COURSE_KINDS] ?? '' },
    { label: '日期', value: day ?? '' },
  ],
  columns: [
    { key: 'course', later: true },
    { key: 'day' },
    { key: 'name' },
    { key: 'unit' },
    { key: 'kind', filter: true },
    { key: 'signedIn' },
    { key: 'attended' },
    { key: 'score' },
    { key: 'passed', filter: true },
    { key: 'signedOut', later: true },
    { key: 'arrived', later: true },
  ],
  papers: [certificate],
  unique: ['course', 'name', 'unit'],
  day: 'day',
  org: 'unit',
  stages,
  dates: [],
  relations: [],
  readers: [
    { roles: ['window', 'countersigner', 'deputy-director', 'director', 'passport-officer'], rows: 'office' },
    { roles: ['filer', 'city-reviewer'], rows: 'reach', clearance: 'personal' },
  ],
  keepers: ['handler', 'division-head'],
  samples: (today) => {
    const ago = 12;
    const signIn = { move: 'sign-in', ago, data: { why: '手机没电，现场登记' } };
    const passed = [signIn, { move: 'sign-out', ago }, { move: 'pass', ago: 11 }];
    return [
      { name: '梁溪亭', unit: '云泽大学', moves: [signIn] },
      { name: '苏映雪', unit: '云泽省商务厅', moves: [{ move: 'miss', ago }] },
      { name: '林听澜', unit: '云泽省商务厅', moves: passed },
    ].map(({ name, unit, moves }) => ({
      answers: {
        course: { id: '', title: `行前教育 ${addDays(today, -ago)}` },
        day: addDays(today, -ago),
        name,
        unit: { id: '', title: unit },
        kind: 'departure',
        hours: '2.0',
      },
      ago,
      moves,
    }));
  },
});
