import { addDays } from '@zhitongche/base';
import type { SampleRow } from '@zhitongche/register';
import type { Assessment } from './form.ts';

/** Assessments of the demo office: invented, one with an open finding, one still to come, one late. */
export const samples = (today: string): readonly SampleRow<Assessment>[] => {
  const on = (days: number) => addDays(today, days);
  return [
    {
      answers: {
        system: '外事直通车系统',
        sort: 'grade',
        agency: '云泽信息安全测评中心',
        due: on(-20),
        findings: [
          { what: '管理员口令未按期更换', severity: 'middle', mended: on(-5) },
          { what: '日志留存不足六个月', severity: 'high' },
        ],
      },
      ago: 80,
      moves: [
        { move: 'begin', ago: 60 },
        { move: 'report', ago: 24, data: { reported: on(-25), score: '82.50', verdict: '良' } },
      ],
    },
    {
      answers: {
        system: '附加证明书业务系统',
        sort: 'scan',
        agency: '云泽信息安全测评中心',
        due: on(-30),
        findings: [
          { what: '查询页可列目录', severity: 'middle', mended: on(-28) },
          { what: '测试账号未停用', severity: 'low', mended: on(-28) },
        ],
      },
      ago: 90,
      moves: [
        { move: 'begin', ago: 50 },
        { move: 'report', ago: 35, data: { reported: on(-36), verdict: '中低危' } },
        { move: 'close', ago: 27 },
      ],
    },
    {
      answers: { system: '因公电子护照系统', sort: 'crypto', due: on(45) },
      ago: 10,
      moves: [{ move: 'begin', ago: 3 }],
    },
    { answers: { system: '视频会议系统', sort: 'scan', due: on(-3) }, ago: 40 },
  ];
};
