import { roomOf } from '@zhitongche/base';

/** What courses of an office are for. */
export const COURSE_KINDS = {
  filer: '专办员',
  apostille: '附加证明书',
  departure: '行前教育',
  consular: '领保',
  protocol: '礼宾',
  other: '其他',
} as const;

/** Rules on training money, by which courses are planned: the year's plan, its persons and days. */
export const TRAINING = {
  title: '本单位业务培训管理规定',
  article: '培训按计划举办，签到、考核逐人登记',
  unconfirmed: true,
} as const;

/** Where a training certificate prints name and course, in millimetres and points. */
export const CERTIFICATE_BOXES = {
  name: { x: 9, y: 33, width: 50, height: 15, size: 13 },
  course: { x: 9, y: 49, width: 50, height: 17, size: 10 },
} as const;

/** The rooms of both, so that what does not stand there whole is refused where it is typed. */
export const CERTIFICATE_ROOMS = {
  name: { ...roomOf(CERTIFICATE_BOXES.name), on: '培训合格证' },
  course: { ...roomOf(CERTIFICATE_BOXES.course), on: '培训合格证' },
} as const;
