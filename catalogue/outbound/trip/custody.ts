import { dayInShanghai } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import type { CaseState, FlowContext } from '@zhitongche/case';
import { DOCUMENTS, type DocumentKind, type DocumentState, labelOf } from './choices.ts';
import { derivedOf } from './derive/derive.ts';
import { countriesVisited } from '../../shared/travel-stays.ts';
import { amendments, effectiveTrip, revokedAt, standingFigures, tripBefore } from './effective.ts';
import { type Member, usesOfficial } from './fields/members.ts';
import type { TripAnswers } from './form.ts';

/** What became of a document that was sent out. */
export interface Fate {
  readonly state: Exclude<DocumentState, 'out'>;
  /** The day it came back, or was found lost or never collected; empty where an older record does not tell. */
  readonly on: string;
}

/** True for what lies at the desk again, whole or not. */
export const cameBack = ({ state }: Fate): boolean => state === 'returned' || state === 'damaged';

/** An official document a trip sends out: a passport each, and a permit each where it passes Hong Kong or Macao. */
export interface SentOut {
  /** Place of the traveller in the list, with the kind unless it is the passport: rows keep it over time. */
  readonly id: string;
  /** Name, with the place in the list where two travellers share it. */
  readonly holder: string;
  readonly member: Member;
  readonly document: DocumentKind;
  /** When the change was agreed to that took its holder, or the stop it is for, out of the trip; ISO instant. */
  readonly left?: string;
  /** Absent while it is out. */
  readonly fate?: Fate;
}

/** Regions of the stops for which a permit is asked instead of a passport. */
const permitRegions = (state: CaseState): ReadonlySet<string> =>
  new Set([
    '香港',
    '澳门',
    ...[derivedOf(state.derived), standingFigures(state)].flatMap((figures) =>
      (figures?.entries ?? []).flatMap(({ answer, country }) => (answer === 'permit' ? [country] : [])),
    ),
  ]);

/** A traveller's name, with the place in the list where two share it. */
export const holderOf = (members: readonly Member[], i: number): string => {
  const { name = '' } = members[i] ?? {};
  return members.filter((one) => one.name === name).length > 1 ? `${name}（名单第${i + 1}人）` : name;
};

type Sent = Omit<SentOut, 'fate'>;

const sentOutBy = ({ members = [], legs = [] }: TripAnswers, regions: ReadonlySet<string>) => {
  const permits = countriesVisited(legs).some((country) => regions.has(country));
  return members.flatMap((member, i): readonly Sent[] => {
    const holder = holderOf(members, i);
    return [
      ...(usesOfficial(member) ? [{ id: `${i}`, holder, member, document: 'passport' } as const] : []),
      ...(permits ? [{ id: `${i}:permit`, holder, member, document: 'permit' } as const] : []),
    ];
  });
};

const same = (a: Sent, b: Sent): boolean =>
  a.document === b.document &&
  (a.member.citizenId && b.member.citizenId
    ? a.member.citizenId === b.member.citizenId
    : a.member.name === b.member.name);

/** What the trip sends out as it stands, then what a change took out of it: that may be out already. */
const sentOut = (state: CaseState): readonly Sent[] => {
  const regions = permitRegions(state);
  const now = sentOutBy(effectiveTrip(state), regions);
  const changes = amendments(state);
  return changes.reduceRight<readonly Sent[]>((all, change, n) => {
    const gone = sentOutBy(tripBefore(state, change), regions).filter(
      (sent) => !all.some((other) => same(sent, other)),
    );
    return [
      ...all,
      ...gone.map((sent) => ({
        ...sent,
        id: `left${n}:${sent.id}`,
        holder: all.some(({ holder, document }) => holder === sent.holder && document === sent.document)
          ? `${sent.holder}（已退出团组）`
          : sent.holder,
        left: change.at,
      })),
    ];
  }, now);
};

const STATES: readonly string[] = [
  'returned',
  'damaged',
  'lost',
  'not-collected',
] satisfies readonly Fate['state'][];
const isFate = (state: unknown): state is Fate['state'] =>
  typeof state === 'string' && STATES.includes(state);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The last word on a document in the lists of one by one; rows that leave it out are no word unless they correct one. */
const listed = (
  records: readonly { readonly data: Answers }[],
  { holder, document }: Sent,
): Fate | undefined =>
  records
    .flatMap(({ data }) => (Array.isArray(data.documents) ? data.documents : []))
    .reduce<Fate | undefined>((fate, row: unknown) => {
      if (!(row instanceof Object) || !('holder' in row) || !('document' in row) || !('state' in row))
        return fate;
      if (row.holder !== holder || row.document !== document) return fate;
      return isFate(row.state) ? { state: row.state, on: 'on' in row ? text(row.on) : '' } : undefined;
    }, undefined);

/** Whether the desk read the border stamps of a document when it took it back; a damaged one has none to ask for. */
export const stampsRead = (state: CaseState, { holder, document }: SentOut): boolean =>
  (state.records.documents ?? [])
    .flatMap(({ data }) => (Array.isArray(data.documents) ? data.documents : []))
    .reduce<boolean>(
      (read, row: unknown) =>
        row instanceof Object &&
        'holder' in row &&
        row.holder === holder &&
        'document' in row &&
        row.document === document
          ? !('stampsChecked' in row) || row.stampsChecked !== false
          : read,
      true,
    );

/** Everything the trip sent out as it stands, and what became of it; a case of version 1 recorded one day for all. */
export const documentsOf = (state: CaseState): readonly SentOut[] => {
  const whole = state.records.passports?.at(-1)?.data;
  return sentOut(state).map((sent) => {
    const fate: Fate | undefined =
      listed(state.records.documents ?? [], sent) ??
      (whole
        ? { state: 'returned', on: text(whole.returnedOn) }
        : state.flags.includes('none-out')
          ? { state: 'not-collected', on: '' }
          : undefined);
    return fate ? { ...sent, fate } : sent;
  });
};

/** What is still to be handed in. */
export const outstanding = (state: CaseState): readonly SentOut[] =>
  documentsOf(state).filter(({ fate }) => fate === undefined);

/**
 * The first day something may have become of a document: handed in from the day the trip began; what its holder did not
 * take along, or never came back, from the day it was sent out. Empty while neither is known.
 */
export const earliestFate = (
  state: CaseState,
  { left, handedIn }: { readonly left?: string | undefined; readonly handedIn: boolean },
): string => {
  const issued = state.path.find(({ step }) => step === 'issuing')?.at;
  const sent = issued === undefined ? '' : dayInShanghai(issued);
  if (!handedIn || left !== undefined || revokedAt(state) !== undefined) return sent;
  const registered = text(state.records.return?.at(-1)?.data.actualExit);
  return registered || effectiveTrip(state).exitDate || sent;
};

/** A document in one word, by its holder; the passport is what is usually meant. */
export const inWords = (one: { readonly holder: string; readonly document: string }): string =>
  one.document === 'passport' ? one.holder : `${one.holder}（${labelOf(DOCUMENTS, one.document)}）`;

/** `还差3本：张三、李四、王五`, or what became of those that will not come back; nothing while all came. */
export const custodyNotes = ({ state }: Pick<FlowContext, 'state'>): readonly string[] => {
  const all = documentsOf(state);
  const left = all.filter(({ fate }) => fate === undefined);
  const gone = all.filter(({ fate }) => fate?.state === 'lost');
  return [
    ...(left.length > 0
      ? [`应交回证件${all.length}本，还差${left.length}本：${left.map(inWords).join('、')}`]
      : []),
    ...(gone.length > 0 ? [`已登记遗失${gone.length}本：${gone.map(inWords).join('、')}，请按规定报失`] : []),
  ];
};

/** Answers the list opens with: what is still out, left so until somebody says otherwise. */
export const custodyStart = (state: CaseState, today: string): Answers => ({
  documents: outstanding(state).map(({ holder, document }) => ({
    holder,
    document,
    state: 'out',
    on: today,
  })),
});
