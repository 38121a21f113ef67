import { blocking, type Problem } from '@zhitongche/base';
import { nounOf, type RegisterKind } from './kind.ts';
import type { Likeness } from './command.ts';
import type { SharedList } from './row.ts';
import { SECOND } from './two-persons.ts';

const NO_BASIS = { title: '本单位台账管理规定', article: '一物一条，只注销不删除，改动留痕' } as const;

/** The act is not offered to this person, or not to a row as it stands. */
export const rowNotOpen = (why: string): Problem =>
  blocking('row.not-open', [], why, 'This cannot be done with the row as it stands', {
    todo: '请刷新后查看这一条现在可以办理的事项',
  });

/** Rows of the register are the program's own. */
export const madeByProgram = (kind: RegisterKind): Problem =>
  rowNotOpen(`${nounOf(kind)}由本程序登记，不能手工登记、修改或注销`);

/** Where a row stands it is brought by others alone. */
export const namedForOthers = (kind: RegisterKind, stage: string, what: string): Problem =>
  rowNotOpen(`“${kind.stages?.list[stage]?.label ?? ''}”须由负责的人逐步办到，不由您${what}`);

/** What two persons have signed is not changed by one. */
export const signedByTwo = (kind: RegisterKind, stage: string): Problem =>
  blocking(
    'row.signed-by-two',
    [],
    `已由两人办理到“${kind.stages?.list[stage]?.label ?? ''}”，不能由一人改动、注销或合并`,
    'Two persons have signed this; nobody changes it alone',
    { todo: '有差错的，请另行登记一次更正，写明原因，仍由两人办理', basis: SECOND },
  );

/** What was asked for by a list is decided by that list, and nothing else is. */
export const wholeList = ({ measure }: RegisterKind, list: SharedList | undefined): Problem =>
  list === undefined
    ? rowNotOpen('这一条不在这份清册里')
    : blocking(
        'row.not-open',
        [],
        `列在一份清册里提出，共${list.of}${measure}，不能单独确认或退回`,
        'It was asked for by a list and is decided with it',
        { todo: '请打开整份清册，整份确认或退回', basis: SECOND },
      );

/** Some row of a list is no longer as it was put on it. */
export const listIncomplete = ({ measure }: RegisterKind, { of }: SharedList): Problem =>
  blocking(
    'row.list-incomplete',
    [],
    `清册提出时共${of}${measure}，其中有的已经变动，不能整份确认`,
    'Some rows of the list were changed since',
    { todo: '请整份退回，由提出的人重新提出', basis: SECOND },
  );

/** Two acts would leave the row as it is. */
export const nothingChanged = (): Problem =>
  blocking('row.unchanged', [], '没有任何改动', 'Nothing differs from what is on record', {
    todo: '请修改后再保存，或直接关闭',
  });

/** A reason is asked for and missing. */
export const reasonMissing = (what: string): Problem =>
  blocking('row.reason', ['reason'], `请写明${what}的原因`, 'Give the reason', {
    todo: '写一句话即可，会留在经过里',
    basis: NO_BASIS,
  });

/** A thing that is already on record under the same name. */
export const takenProblem = (kind: RegisterKind, likeness: Likeness): Problem => {
  const fields = (kind.unique ?? []).flatMap((key) => labelOf(kind, key));
  return blocking(
    'row.taken',
    kind.unique?.slice(0, 1) ?? [],
    `“${kind.name}”里已有${fields.join('、')}相同的一条${likeness.title === undefined ? '' : `：${likeness.title}`}`,
    'There is a row with the same key already',
    { todo: '请改在已有的那一条里；确是另一件事物的，请核对号码', basis: NO_BASIS },
  );
};

/** A thing that may be on record under another name. */
export const nearProblem = (kind: RegisterKind, near: readonly Likeness[]): Problem => {
  const titles = near.flatMap(({ title }) => title ?? []);
  const named = titles.length > 0 ? `：${titles.slice(0, 3).join('、')}` : '';
  return blocking(
    'row.near',
    kind.near?.slice(0, 1) ?? [],
    `可能与已有的${near.length}${kind.measure}是同一个${named}`,
    'This may be a thing that is on record already',
    { todo: '是同一个，请改在已有的那一条里；不是，请在“为什么是另一个”里写一句', basis: NO_BASIS },
  );
};

const labelOf = (kind: RegisterKind, key: string): readonly string[] =>
  Object.values(kind.whole).flatMap(({ fields }) => fields[key]?.label ?? []);
