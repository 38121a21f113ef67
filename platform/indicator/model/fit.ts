import type { Target } from '@zhitongche/budget';
import type { Measure } from '@zhitongche/measure';
import { ALIKE, ANYTHING, LIMITS, UNITS } from './data/units.ts';

/** A measure as a target is held against it. */
export type Counted = Pick<Measure<never>, 'name' | 'unit' | 'sort'>;

/** What keeps a target from being answered by a measure: said, never guessed over. */
export interface Finding {
  readonly code: 'no-target' | 'no-number' | 'no-unit' | 'unit' | 'in-time' | 'no-ceiling' | 'gone';
  readonly message: string;
  /** What to do about it. */
  readonly todo: string;
}

/** What somebody has said of a line so that a machine may answer it. */
export interface Reading {
  /** Of an "in time": the share of matters that must be, in percent. */
  readonly share?: string | undefined;
  /** Of an "in time": when one is. */
  readonly rule?: string | undefined;
  /** Of a unit that is not the measure's: how it is to be read. */
  readonly reading?: string | undefined;
}

/** A target in the figures of a measure, or what keeps it from being one. */
export type Fit =
  | { readonly fits: true; readonly operator: '≥' | '≤' | '=' | '>' | '<'; readonly value: number }
  | { readonly fits: false; readonly finding: Finding };

/** The money of a project or purpose has no ceiling to be held against yet. */
export const noCeiling = (raw: string): Finding => ({
  code: 'no-ceiling',
  message: `“${raw}”说的是一个项目或一种用途的钱，还没有登记它的额度。`,
  todo: '在“指标额度”按项目代码或用途登记，金额与目标一致，之后由支出台账作答。',
});

const IN_TIME = /及时|按时|按期|准时|按照?(?:计划|要求)[^，。]{0,6}完成|^完成/;

/** Whether a target asks that things be done in time: by its words, or because what is printed is a limit. */
export const asksInTime = (raw: string, { operator, unit, deadline }: Target): boolean =>
  deadline !== undefined ||
  (unit !== null && LIMITS.includes(plain(unit))) ||
  (operator === 'qualitative' && IN_TIME.test(raw));

/** A printed unit without spaces and with plain brackets. */
const plain = (unit: string): string =>
  unit.replaceAll(/\s/g, '').replaceAll('（', '(').replaceAll('）', ')');

const refusal = (code: Finding['code'], message: string, todo: string): Fit => ({
  fits: false,
  finding: { code, message, todo },
});

/** Holds a printed target against a measure: what it comes to in the measure's own figures, or why it cannot be compared. */
export function fitOf(raw: string, target: Target, measure: Counted, said: Reading = {}): Fit {
  if (raw.trim() === '') return refusal('no-target', '没有印目标值。', '请核对公开文本，或由人复核。');
  const shares = measure.sort === 'rate' || (measure.sort === 'mean' && measure.unit === '%');
  if (shares && asksInTime(raw, target)) return inTime(raw, measure, said);
  const { operator, value, unit } = target;
  if (operator === 'qualitative' || value === null)
    return refusal(
      'no-number',
      `目标“${raw}”没有可以相比的数，机器不能作答。`,
      '请改由人复核，并写明按哪份清单或标准。',
    );
  const number = Number(value);
  if (unit === null || unit.trim() === '')
    return said.reading
      ? { fits: true, operator, value: number * ownFactor(measure) }
      : refusal(
          'no-unit',
          `目标“${raw}”没有单位，分不清数的是什么。`,
          `按“${measure.unit || '%'}”读的，绑定时写明理由。`,
        );
  const factor = factorOf(plain(unit), measure);
  if (factor !== null) return { fits: true, operator, value: number * factor };
  return said.reading
    ? { fits: true, operator, value: number * ownFactor(measure) }
    : refusal(
        'unit',
        `目标以“${unit}”计，“${measure.name}”以“${measure.unit || '%'}”计，不能相比。`,
        '确实可以按后者读的，绑定时写明理由；否则另选数法或由人复核。',
      );
}

function inTime(raw: string, measure: Counted, { share, rule }: Reading): Fit {
  if (!share || !rule)
    return refusal(
      'in-time',
      `“${raw}”没有说多大比例、怎样算按时。`,
      '绑定时写明应达到的比例和按时的判定办法，之后由机器作答。',
    );
  return { fits: true, operator: '≥', value: measure.sort === 'rate' ? Number(share) / 100 : Number(share) };
}

/** A number whose unit was read as the measure's: of a rate it is a percentage. */
const ownFactor = ({ sort }: Counted): number => (sort === 'rate' ? 0.01 : 1);

/** How much of the measure's own unit one of the printed is; null = they count different things. */
function factorOf(unit: string, { sort, unit: own }: Counted): number | null {
  if (sort === 'mean')
    return unit === own || unit === `${own}/人` || (own === '%' && unit === '％') ? 1 : null;
  const row = UNITS.find((one) => one.sort === sort && one.printed.includes(unit));
  if (row) return row.factor;
  if (sort !== 'things' && sort !== 'cases') return null;
  if (unit === own || unit === ANYTHING) return 1;
  return ALIKE.some((words) => words.includes(unit) && words.includes(own)) ? 1 : null;
}
