import { clears, type Fields } from '@zhitongche/form';
import type { PolicyDef } from '@zhitongche/office';
import type { RegisterKind } from './kind.ts';

/** From which day what is private of a row is counted. */
export const TERM_FROM = '注销或到达终点之日起';

/** How long what is private of rows is kept where a register states no term of its own. */
export const ROW_TERM: PolicyDef = {
  key: 'register.keep.personal',
  label: `台账条目个人信息的保存期限（${TERM_FROM}）`,
  type: 'number',
  unit: '年',
  default: 10,
  bounds: [1, 100_000],
  basis: {
    title: '《中华人民共和国个人信息保护法》',
    article: '第十九条、第四十七条：保存期限为实现处理目的所必要的最短时间，期限届满应当删除',
  },
  unconfirmed: true,
};

/** The figure in which a register states the term of what is private: its own, or the office's for all. */
export const rowTermKey = ({ code, policies }: Pick<RegisterKind, 'code' | 'policies'>): string => {
  const own = `${code}.keep.personal`;
  return policies.some(({ key }) => key === own) ? own : ROW_TERM.key;
};

const anyPrivate = (fields: Fields): boolean =>
  Object.values(fields).some(
    (field) => !clears('open', field.sensitivity) || (field.kind === 'table' && anyPrivate(field.columns)),
  );

/** Whether rows of a register hold what is private, in themselves or with their moves. */
export const holdsPersonal = ({ whole, stages }: Pick<RegisterKind, 'whole' | 'stages'>): boolean =>
  [whole, ...(stages?.moves ?? []).flatMap(({ form }) => (form ? [form] : []))].some((form) =>
    Object.values(form).some(({ fields }) => anyPrivate(fields)),
  );
