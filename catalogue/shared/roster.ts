import type { Table } from '@zhitongche/base';
import { centred } from './papers.ts';
import { sexOf } from './travel-words.ts';

/** Somebody who travels on duty, as papers name him. */
export interface Traveller {
  readonly name?: string;
  readonly sex?: string;
  readonly birthDate?: string;
  readonly birthPlace?: string;
  readonly employer?: string;
  readonly post?: string;
  readonly foreignTitle?: string;
  readonly role?: string;
}

/** Who leads the delegation: whoever is named as leader, else the first. */
export const leaderOf = <T extends Traveller>(members: readonly T[]): T | undefined =>
  members.find(({ role }) => role === 'leader') ?? members[0];

/** Units that send people into a delegation the filing unit leads, each once, in the order of the list of people. */
export const sendingUnits = ({
  members = [],
  filerUnit,
  organiser,
}: {
  readonly members?: readonly Traveller[];
  readonly filerUnit?: string;
  readonly organiser?: string;
}): readonly string[] => [
  ...new Set(
    members.flatMap(({ employer }) =>
      employer && employer !== filerUnit && employer !== organiser ? [employer] : [],
    ),
  ),
];

/** 出访人员名单: name, sex, birth date and place, employer, post, capacity abroad. */
export const rosterTable = (members: readonly Traveller[]): Table => ({
  kind: 'table',
  size: 'list',
  widths: [4, 7, 4, 10, 8, 14, 12, 12],
  header: [['序号', '姓名', '性别', '出生日期', '出生地', '工作单位', '职务（职称）', '对外身份']],
  rows: members.map((m, i) => [
    centred(`${i + 1}`),
    m.name ?? '',
    centred(sexOf(m.sex)),
    m.birthDate ?? '',
    m.birthPlace ?? '',
    m.employer ?? '',
    m.post ?? '',
    m.foreignTitle ?? '',
  ]),
});
