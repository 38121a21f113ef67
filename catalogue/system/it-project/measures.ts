import { measureRows, type RowSubject } from '@zhitongche/measure';
import { dueDays, projectOf } from './stages.ts';

const standing = ({ row }: RowSubject) => (row.stage === 'stopped' ? [] : [projectOf(row)]);

const accepted = (subject: RowSubject) =>
  standing(subject).flatMap(({ subsystems = [] }) =>
    subsystems.flatMap(({ accepted: day, result }) => (day ? [{ day, passed: result === 'passed' }] : [])),
  );

/** What projects come to, by the source codes of indicator tables. */
export const projectMeasures = measureRows('it-project', [
  {
    code: 'proj.subsystems',
    name: '验收的子系统',
    what: '验收合格的子系统，按验收日期计；终止的项目不计',
    unit: '个',
    sort: 'things',
    edition: 1,
    lines: (subject) =>
      accepted(subject)
        .filter(({ passed }) => passed)
        .map(({ day }) => ({ day, n: '1' })),
  },
  {
    code: 'proj.acceptance',
    name: '验收合格率',
    what: '验收过的子系统中合格的，按验收日期计',
    unit: '',
    sort: 'rate',
    edition: 1,
    lines: (subject) => accepted(subject).map(({ day, passed }) => ({ day, n: passed ? '1' : '0' })),
  },
  {
    code: 'proj.milestones',
    name: '按期终验率',
    what: '终验的项目中，终验日期不晚于批复和合同两个期限的，按终验日期计；没有写期限的不计',
    unit: '',
    sort: 'rate',
    edition: 1,
    lines: (subject) =>
      standing(subject).flatMap((project) => {
        const due = dueDays(project);
        const day = project.finished;
        return day === undefined || due.length === 0
          ? []
          : [{ day, n: due.every((last) => day <= last) ? '1' : '0' }];
      }),
  },
]);
