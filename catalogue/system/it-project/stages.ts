import { addMonths, blocking, type Problem } from '@zhitongche/base';
import { date, form, text } from '@zhitongche/form';
import { type GivenMove, type GivenStages, type KeptRow, move, type RowContext } from '@zhitongche/register';
import type { Project } from './form.ts';

/** A project as its row keeps it. */
export const projectOf = ({ answers }: KeptRow): Project => answers;

/** Last day for the final acceptance counted from the approval; undefined where none was agreed. */
export const dueByApproval = ({ approved, afterApproval }: Project): string | undefined =>
  approved && afterApproval ? addMonths(approved, afterApproval) : undefined;

/** Last day counted from the contract. */
export const dueByContract = ({ contracted, afterContract }: Project): string | undefined =>
  contracted && afterContract ? addMonths(contracted, afterContract) : undefined;

/** Both, as far as they are there. */
export const dueDays = (project: Project): readonly string[] =>
  [dueByApproval(project), dueByContract(project)].filter((day) => day !== undefined);

const unaccepted = (row: KeptRow): readonly Problem[] => {
  const { subsystems = [] } = projectOf(row);
  const open = subsystems.filter(({ accepted, result }) => !accepted || result !== 'passed');
  if (subsystems.length === 0)
    return [
      blocking('it-project.none', ['subsystems'], '还没有登记子系统', 'No subsystem', {
        todo: '请先“修改”，登记子系统和验收结果',
      }),
    ];
  return open.length === 0
    ? []
    : [
        blocking(
          'it-project.unaccepted',
          ['subsystems'],
          `有 ${open.length} 个子系统没有验收合格：${open.map(({ name }) => name).join('、')}`,
          'Subsystems are not accepted',
          { todo: '请先“修改”，填写验收日期和结果；不合格的整改后重新验收' },
        ),
      ];
};

/** A milestone on its day: not to come, and not before the one it follows. */
const milestone = (
  taken: GivenMove,
  field: 'contracted' | 'trial' | 'finished',
  label: string,
  before: (project: Project) => string | undefined,
): GivenMove => ({
  ...taken,
  form: form({ day: { title: taken.label, fields: { day: date(label, { required: true }) } } }),
  fits: (row: KeptRow, { day }: KeptRow['answers'], { today }: RowContext) => {
    const first = before(projectOf(row));
    if (typeof day !== 'string') return [];
    if (day > today)
      return [
        blocking('it-project.to-come', ['day'], `${label}在今天之后`, 'Still to come', {
          todo: '办完后再登记',
        }),
      ];
    return first !== undefined && day < first
      ? [
          blocking(
            'it-project.order',
            ['day'],
            `${label}早于上一步的日期 ${first}`,
            'Before the step before',
            {
              todo: '请核对日期',
            },
          ),
        ]
      : [];
  },
  sets: (_row, { day }) => ({ [field]: day }),
});

/** From the approval to the final acceptance. */
export const stages: GivenStages = {
  first: 'approved',
  list: {
    approved: '已批复',
    building: '建设中',
    trial: '试运行',
    finished: { label: '已终验', ends: true },
    stopped: { label: '终止', ends: true },
  },
  moves: [
    milestone(
      move('contract', '登记合同', 'approved', 'building'),
      'contracted',
      '合同签订日期',
      ({ approved }) => approved,
    ),
    milestone(
      move('try', '开始试运行', 'building', 'trial'),
      'trial',
      '试运行开始日期',
      ({ contracted }) => contracted,
    ),
    milestone(
      move('finish', '登记终验', 'trial', 'finished', { needs: unaccepted }),
      'finished',
      '终验日期',
      ({ trial }) => trial,
    ),
    move('stop', '终止', ['approved', 'building', 'trial'], 'stopped', {
      asks: { why: text('原因', { max: 200, required: true }) },
    }),
  ],
};
