import { blocking, type Problem } from '@zhitongche/base';
import { text } from '@zhitongche/form';
import { type GivenStages, type KeptRow, move, type RowContext } from '@zhitongche/register';
import { type Assessment, reportForm } from './form.ts';

/** An assessment as its row keeps it. */
export const assessmentOf = ({ answers }: KeptRow): Assessment => answers;

/** Findings that nobody mended or said why not. */
export const openFindings = ({ findings = [] }: Assessment) =>
  findings.filter(({ mended, kept }) => !mended && !kept);

const stillOpen = (row: KeptRow): readonly Problem[] => {
  const open = openFindings(assessmentOf(row));
  return open.length === 0
    ? []
    : [
        blocking(
          'assessment.open',
          ['findings'],
          `还有 ${open.length} 项没有整改：${open
            .slice(0, 3)
            .map(({ what }) => what)
            .join('、')}${open.length > 3 ? '……' : ''}`,
          'Findings are open',
          { todo: '请先“修改”，填写整改日期；不整改的写明原因' },
        ),
      ];
};

const unscored = (row: KeptRow, data: KeptRow['answers'], { today }: RowContext): readonly Problem[] => [
  ...(assessmentOf(row).sort === 'grade' && data['score'] === undefined
    ? [
        blocking('assessment.score', ['score'], '等级保护测评没有填得分', 'No score', {
          todo: '请填写报告上的得分',
        }),
      ]
    : []),
  ...(typeof data['reported'] === 'string' && data['reported'] > today
    ? [
        blocking('assessment.to-come', ['reported'], '报告日期在今天之后', 'Still to come', {
          todo: '出报告后再登记',
        }),
      ]
    : []),
];

/** From the agreement to the last finding. */
export const stages: GivenStages = {
  first: 'planned',
  list: {
    planned: '待测评',
    running: '测评中',
    reported: '整改中',
    closed: { label: '已办结', ends: true },
    dropped: { label: '不再测评', ends: true },
  },
  moves: [
    move('begin', '开始测评', 'planned', 'running'),
    move('report', '登记报告', 'running', 'reported', {
      form: reportForm,
      fits: unscored,
      sets: (_row, { reported, score, verdict, paper }) => ({
        reported,
        verdict,
        ...(score === undefined ? {} : { score }),
        ...(paper === undefined ? {} : { paper }),
      }),
    }),
    move('close', '办结', 'reported', 'closed', { needs: stillOpen }),
    move('drop', '不再测评', ['planned', 'running'], 'dropped', {
      asks: { why: text('原因', { max: 200, required: true }) },
    }),
  ],
};
