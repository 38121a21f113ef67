import type { Guide } from '@zhitongche/case';
import { RETURN_DAYS } from '../../shared/return-days.ts';
import { key } from './policy.ts';

/** 事项指南, read before anyone starts. */
export const guide: Guide = {
  what: '省内机关、事业单位、国有企业派员因公赴香港、澳门，报外事部门审核审批，取得任务批件（通知书、确认件）和签注事项表，凭以办理往来港澳通行证和签注。',
  conditions: [
    '只去香港、澳门；还去其他国家（地区）的，按因公临时出国任务申报',
    '有实质任务和港澳单位的邀请，按任务申请相应签注',
    '人员没有逾期未交回的往来港澳通行证，也不在暂停出访的期限内',
    '经费已由本单位财务部门审核，人员已备案、政审并公示',
  ],
  materials: [
    { name: '请示', form: 'PDF或图片', note: '写明目的、任务、时间、经费' },
    { name: '邀请函', form: 'PDF或图片' },
    { name: '任务和预算审批意见表', form: 'PDF或图片', note: '任务、预算部分分别盖章' },
    { name: '人员备案表、审查批件', form: 'PDF或图片' },
    { name: '公示说明', form: 'PDF或图片', note: '盖章' },
    { name: '组团单位任务通知书', form: 'PDF或图片', note: '参加其他单位团组时' },
  ],
  timeLimits: [
    {
      step: '办结时限',
      policy: key('promise'),
      text: '自受理起{}；补正、挂起、上报和等候领导签批的时间不计',
    },
    { step: '加急件', policy: key('promise-urgent'), text: '自受理起{}，须在“紧急程度”中选择“加急”' },
    { step: '交回通行证', policy: RETURN_DAYS.key, text: '返回后{}内；逾期的暂停本人出访' },
    { step: '提交报告', policy: key('report-days'), text: '返回后{}内' },
  ],
  deciders: [
    { who: '处长审批', text: '其他团组', policies: [] },
    { who: '分管副主任签批', text: '最高职级为{}的团组', policies: [key('route.deputy')] },
    { who: '主任签批', text: '最高职级为{}的团组', policies: [key('route.director')] },
    { who: '上报国务院港澳办', text: '任务类别为{}的', policies: [key('up.purposes')] },
    { who: '上报国务院港澳办', text: '申请{}的', policies: [key('up.endorsements')] },
  ],
  basis: ['港办联字〔2015〕36号《关于进一步加强和规范国家工作人员因公临时赴港澳管理的意见》'],
  fee: '不收费',
  questions: [
    {
      q: '还要去第三国怎么报？',
      a: '在“前往地”里填上那个国家，页面上方会提示转报“因公临时出国任务”，已填写的内容一并带过去。',
    },
    {
      q: '什么情况须上报国务院港澳办？',
      a: '一次停留较长、六个月以上多次往返、工作、就读、讲学、共同研究、培训、劳务的，具体天数和种类见“审批权限”。上报时间不计入办结时限。',
    },
    { q: '没有通行证怎么办？', a: '申报时列为“须申办”，批准后凭批件申办通行证。' },
    { q: '不去了怎么办？', a: '在办件中“申请撤销任务”，已领取的通行证按期交回。' },
  ],
};
