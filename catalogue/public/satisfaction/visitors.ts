import { ask } from './ask.ts';
import { EVENT_REASONS, scale, SERVICE_REASONS, WORK_REASONS } from './reasons.ts';

const service = { zh: '您对这次服务满意吗？', en: 'How was our service this time?' };
const event = { zh: '您对这次安排满意吗？', en: 'How satisfied are you with the arrangements?' };

/** 来访人员: guests received. */
export const visitors = ask('visitors', {
  who: { zh: '来访人员', en: 'visitors received' },
  judges: ['reception'],
  ask: event,
  scales: [scale('programme', '日程', 'Programme'), scale('language', '翻译', 'Interpretation')],
  reasons: EVENT_REASONS,
});

/** 参团人员: members of outbound delegations, after the trip. */
export const delegates = ask('delegates', {
  who: { zh: '参团人员', en: 'members of delegations' },
  judges: ['case'],
  services: ['outbound-trip'],
  ask: { zh: '您对这次出访的办理满意吗？', en: 'How was your trip handled?' },
  scales: [scale('speed', '审批快慢', 'Speed'), scale('help', '行前服务', 'Help before departure')],
  reasons: SERVICE_REASONS,
});

/** 参训人员: whoever took part in a course. */
export const trainees = ask('trainees', {
  who: { zh: '参训人员', en: 'trainees' },
  judges: ['course'],
  ask: { zh: '您对这期培训满意吗？', en: 'How was this course?' },
  scales: [scale('content', '内容', 'Content'), scale('teacher', '授课', 'Teaching')],
  reasons: EVENT_REASONS,
});

/** 参观人员: visitors of the exhibition hall. */
export const hall = ask('hall', {
  who: { zh: '展览馆参观人员', en: 'visitors of the exhibition hall' },
  judges: ['visit'],
  ask: { zh: '您对这次参观满意吗？', en: 'How was your visit?' },
  scales: [scale('guide', '讲解', 'Guidance')],
  reasons: EVENT_REASONS,
});

/** 来华留学生: scholarship students, once a year. */
export const students = ask('students', {
  who: { zh: '奖学金留学生', en: 'scholarship students' },
  judges: ['year'],
  ask: { zh: '您对这一年的奖学金服务满意吗？', en: 'How was the scholarship service this year?' },
  scales: [scale('help', '联系和帮助', 'Contact and help')],
  reasons: WORK_REASONS,
});

/** 社会公众: whoever came with a matter of their own. */
export const publicVoice = ask('public', {
  who: { zh: '群众', en: 'members of the public' },
  judges: ['case', 'year'],
  services: ['apostille', 'legalisation'],
  ask: service,
  scales: [scale('speed', '快慢', 'Speed'), scale('guide', '指南准确', 'Accuracy of the guide')],
  reasons: SERVICE_REASONS,
});

/** 窗口: whoever just left a counter, on its rating device. */
export const windowVoice = ask('window', {
  who: { zh: '窗口办事人', en: 'visitors at the counter' },
  judges: ['year'],
  ask: { zh: '这次办得怎么样？', en: 'How was your visit today?' },
  scales: [],
  reasons: SERVICE_REASONS,
});

/** 签证服务对象. */
export const visa = ask('visa', {
  who: { zh: '签证服务对象', en: 'visa-service clients' },
  judges: ['case', 'year'],
  services: ['visa', 'consular-visa'],
  ask: service,
  scales: [scale('speed', '快慢', 'Speed')],
  reasons: SERVICE_REASONS,
});
