import type { SampleSurvey } from '@zhitongche/survey';

/** What people of the demo office answered, invented: most are satisfied, some say why not, one group is too small to be shown. */
export const SAMPLES: Readonly<Record<string, readonly SampleSurvey[]>> = {
  trainees: [
    {
      title: '因公出国（境）专办员业务培训',
      judges: 'course',
      ago: 12,
      marks: '5545545535545454525545',
      sheets: 6,
      reasons: ['content'],
      words: ['希望多讲签证材料的实例。', '讲义很清楚，下次想提前发。'],
    },
    { title: '团组行前教育', judges: 'course', ago: 40, marks: '55455545', words: ['保密一节很实用。'] },
  ],
  visitors: [
    {
      title: '接待日本山梨县友好代表团',
      judges: 'reception',
      ago: 25,
      marks: '55554554',
      sheets: 8,
      words: ['The visit to the museum was the highlight. Thank you for the excellent interpretation.'],
    },
    { title: '接待德国勃兰登堡州议会代表团', judges: 'reception', ago: 60, marks: '5455343', sheets: 7 },
  ],
  window: [
    {
      title: '省政务大厅外事窗口',
      judges: 'year',
      ago: 3,
      marks: '5554555455355545525555455541555',
      kiosk: 31,
      reasons: ['slow', 'trips'],
    },
  ],
  public: [
    {
      title: '附加证明书办理群众评价',
      judges: 'year',
      ago: 8,
      marks: '55455345552554555',
      reasons: ['unclear'],
      words: ['窗口态度很好，希望可以邮寄取证。'],
    },
  ],
  hall: [{ title: '外事展览馆开放日', judges: 'visit', ago: 18, marks: '5555454555545', sheets: 13 }],
  users: [
    {
      title: '统一申报平台使用情况',
      judges: 'year',
      ago: 30,
      marks: '454434525345544',
      reasons: ['slow'],
      words: ['上传扫描件时偶尔要等。'],
    },
  ],
  staff: [{ title: '机关工作人员年度评价', judges: 'year', ago: 33, marks: '444545354', words: [] }],
  partners: [{ title: '友城伙伴年度回访', judges: 'year', ago: 50, marks: '554', words: [] }],
  service: [{ title: '翻译服务采购', judges: 'order', ago: 45, marks: '5443454', words: ['交稿及时。'] }],
};
