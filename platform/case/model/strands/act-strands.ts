import { addWorkingDays, isDay, type Problem } from '@zhitongche/base';
import { refusal } from '../act-problems.ts';
import type { Command } from '../command.ts';
import {
  askDefinition,
  type DecisionBuilder,
  type DecisionEnv,
  FlowDefinitionError,
  write,
} from '../decision-builder.ts';
import type { Service } from '../service.ts';
import type { CaseState } from '../state.ts';
import type { StrandsMoved } from './case-strand.ts';
import { type ActStrands, movable, type StrandsDef, strandsOf } from './strands.ts';

/**
 * The definition of a kind of strands.
 * @throws FlowDefinitionError.
 */
export const strandsDef = ({ strands = {} }: Pick<Service, 'strands'>, kind: string): StrandsDef => {
  const def = Object.hasOwn(strands, kind) ? strands[kind] : undefined;
  if (!def) throw new FlowDefinitionError(`没有定义分项“${kind}”`, `unknown strands ${kind}`);
  return def;
};

const labelsOf = (service: Service, state: CaseState, { of }: ActStrands, ids: readonly string[]): string => {
  const all = askDefinition('分项', () => strandsDef(service, of).of(state));
  return ids.map((id) => all.find((one) => one.id === id)?.label ?? id).join('、');
};

/** What is wrong with the strands an act names, and with the day it gives. */
export const strandProblems = (
  service: Service,
  state: CaseState,
  asked: ActStrands,
  { strands: chosen = [], on }: Command,
  { today }: Pick<DecisionEnv, 'today'>,
): readonly Problem[] => {
  const open = movable(state, asked);
  const { one, states } = strandsDef(service, asked.of);
  const wrong = [...new Set(chosen)].filter((id) => !open.includes(id));
  const problems: Problem[] = [];
  if (chosen.length === 0)
    problems.push(
      refusal(
        'strands-none',
        `请至少选择一${one}`,
        'Choose at least one',
        `可选：${labelsOf(service, state, asked, open)}`,
        ['strands'],
      ),
    );
  if (wrong.length > 0)
    problems.push(
      refusal(
        'strands-closed',
        `${labelsOf(service, state, asked, wrong)}现在不能改为“${states[asked.to]?.label ?? asked.to}”`,
        'Some of what was chosen cannot be moved so now',
        `可选：${labelsOf(service, state, asked, open) || '无'}`,
        ['strands'],
      ),
    );
  const early = strandsOf(state, asked.of).filter(
    ({ id, on: since }) => chosen.includes(id) && on !== undefined && on < since,
  );
  if (on !== undefined && !isDay(on))
    problems.push(refusal('strands-day', '日期不正确', 'This is no day', '请按年月日重新选择', ['on']));
  else if (on !== undefined && on > today)
    problems.push(
      refusal('strands-day', '日期不能晚于今天', 'The day is still to come', '请填写实际发生的日期', ['on']),
    );
  else if (early.length > 0)
    problems.push(
      refusal(
        'strands-day',
        `${labelsOf(
          service,
          state,
          asked,
          early.map(({ id }) => id),
        )}的日期早于其上一状态的日期`,
        'The day is before the one it was last moved',
        `请填写${
          early
            .map((strand) => strand.on)
            .toSorted()
            .at(-1) ?? ''
        }或以后的日期`,
        ['on'],
      ),
    );
  return problems;
};

const dueOf = (
  service: Service,
  kind: string,
  to: string,
  { policy, today, calendar }: Pick<DecisionEnv, 'policy' | 'today' | 'calendar'>,
): Pick<StrandsMoved, 'due' | 'provisional'> => {
  const days = strandsDef(service, kind).states[to]?.days;
  if (days === undefined) return {};
  const { due, provisional } = addWorkingDays(
    calendar,
    today,
    askDefinition('分项时限', () => policy.number(days)),
  );
  return { due, ...(provisional ? { provisional: true as const } : {}) };
};

/** How the chosen strands are moved, once nothing is wrong with them. */
export const strandsMoved = (
  service: Service,
  asked: ActStrands,
  { strands: ids = [], on }: Command,
  note: string | undefined,
  setting: Pick<DecisionEnv, 'policy' | 'today' | 'calendar'>,
): StrandsMoved => ({
  strands: asked.of,
  ids: [...new Set(ids)],
  to: asked.to,
  on: (asked.dated ? on : undefined) ?? setting.today,
  ...(note === undefined ? {} : { note }),
  ...dueOf(service, asked.of, asked.to, setting),
});

/** The strands the case has by its answers; those known stand as they stood. */
export const openStrandsNow = (journal: DecisionBuilder, kind: string): void => {
  const { service, state, setting } = journal;
  const def = strandsDef(service, kind);
  const ids = askDefinition(def.label, () => def.of(state)).map(({ id }) => id);
  if (new Set(ids).size < ids.length)
    throw new FlowDefinitionError(`“${def.label}”有两项同名`, `two strands of ${kind} have one id`);
  write(journal, {
    type: 'strands-opened',
    strands: kind,
    ids,
    to: def.first,
    on: setting.today,
    ...dueOf(service, kind, def.first, setting),
  });
};

/** Strands whose day has passed, said once. */
export const tickStrands = (journal: DecisionBuilder): void => {
  for (const kind of Object.keys(journal.state.strands ?? {})) {
    const ids = strandsOf(journal.state, kind)
      .filter(({ due, late }) => due !== undefined && !late && journal.setting.today > due)
      .map(({ id }) => id);
    if (ids.length > 0) write(journal, { type: 'strands-late', strands: kind, ids });
  }
};
