import { type FilingRule, withFilingRules } from '@zhitongche/case';
import {
  type DemoFace,
  lazyRegistry,
  type ListedCard,
  listedCard,
  type ListedService,
  type Lookups,
  type ServedService,
  type Settle,
  type SpecimenBook,
  type ServiceRegistry,
} from '@zhitongche/core/server';
import type { Measures } from '@zhitongche/measure';
import type { Probe } from '@zhitongche/probe';
import type { Duty, RegisterKind } from '@zhitongche/register';
import { type Card, cards, type Place } from './cards.ts';
import * as lines from './catalogue.ts';
import type { Questionnaire } from '@zhitongche/survey';
import {
  type Entry,
  isDuty,
  isMeasures,
  isProbe,
  isQuestionnaire,
  isRegister,
  isService,
  type Line,
} from './entries.ts';

const byLine: Readonly<Record<string, Line>> = lines;

const entryAt = async ({ line, exported }: Place): Promise<Entry> => {
  const entry = (await byLine[line]?.())?.[exported];
  if (!entry) throw new Error(`The catalogue has no ${exported} of ${line}`);
  return entry;
};

const definitionAt = async (place: Place): Promise<ServedService> => {
  const entry = await entryAt(place);
  if (!isService(entry)) throw new Error(`${place.exported} of ${place.line} is no service`);
  return entry;
};

const filingRules = async (): Promise<readonly FilingRule[]> =>
  (await Promise.all(cards.services.filter(({ asks }) => asks).map(definitionAt))).flatMap(
    ({ filing }) => filing ?? [],
  );

/** What was made of a definition once stays the same object: much is remembered by its forms and rules. */
const made = new Map<Card, Promise<ServedService>>();

/** A version with what other folders ask of whoever files it. */
async function serviceAt(card: Card): Promise<ServedService> {
  const known = made.get(card);
  if (known) return await known;
  const service = Promise.all([definitionAt(card), filingRules()]).then(([one, rules]) =>
    withFilingRules(one, rules),
  );
  made.set(card, service);
  // What failed to load is tried again.
  service.catch(() => made.delete(card));
  return await service;
}

/**
 * Every service of the catalogue, each loaded when it is first needed, beside such as are at hand; a look-up the platform
 * answers too is a bug and throws.
 */
export function shelf(platform: Lookups, atHand: readonly ListedService[] = []): ServiceRegistry {
  const loads = new Map<ListedCard, () => Promise<ListedService>>([
    ...cards.services.map((card) => [card, () => serviceAt(card)] as const),
    ...atHand.map((service) => [listedCard(service), async () => service] as const),
  ]);
  const all = [...loads.keys()];
  const twice = all.flatMap(({ answers }) => answers.filter((name) => Object.hasOwn(platform, name)));
  if (twice.length > 0) throw new Error(`The platform and a folder answer the look-up ${twice[0]}`);
  const load = async (card: ListedCard): Promise<ListedService> => {
    const service = await loads.get(card)?.();
    if (!service) throw new Error(`The catalogue has no ${card.code}`);
    return service;
  };
  return lazyRegistry(all, load, platform);
}

const settledBy = (card: Card): Readonly<Record<string, Settle>> =>
  Object.fromEntries(
    card.settling.map((key): readonly [string, Settle] => [
      key,
      async (settling) => await (await serviceAt(card)).settling?.[key]?.(settling),
    ]),
  );

/** What acts settle beyond their case, by service and by key. */
export const settling = Object.fromEntries(cards.services.map((card) => [card.code, settledBy(card)]));

/** Who knows the seals and signatures on file. */
export const specimens: readonly SpecimenBook[] = cards.services
  .filter((card) => card.specimens)
  .map((card) => async (asked) => (await (await serviceAt(card)).specimens?.(asked)) ?? []);

/** What the folders add to the demo office, each told by the newest version of its service. */
export const demoFaces = async (): Promise<readonly DemoFace[]> => {
  const telling = cards.services.filter(
    ({ code, version, tells }) =>
      tells && !cards.services.some((other) => other.code === code && other.version > version),
  );
  const services = await Promise.all(telling.map(serviceAt));
  return await Promise.all(services.flatMap(({ demo }) => (demo ? [demo()] : [])));
};

/** Every register that people keep; they are few, small and asked by everything, so all are loaded. */
export const keptRegisters = async (): Promise<readonly RegisterKind[]> =>
  (await Promise.all(cards.registers.map(entryAt))).filter(isRegister);

/** What the cases and rows of the office are counted for; lines of their own, so that no service is loaded for them. */
export const countedMeasures = async (): Promise<readonly Measures[]> =>
  (await Promise.all(cards.measures.map(entryAt))).filter(isMeasures);

/** What recurs in the office and opens by itself. */
export const keptDuties = async (): Promise<readonly Duty[]> =>
  (await Promise.all(cards.duties.map(entryAt))).filter(isDuty);

/** What the program asks again and again whether it answers. */
export const askedProbes = async (): Promise<readonly Probe[]> =>
  (await Promise.all(cards.probes.map(entryAt))).filter(isProbe);

/** What groups of people are asked of the office. */
export const askedQuestionnaires = async (): Promise<readonly Questionnaire[]> =>
  (await Promise.all(cards.questionnaires.map(entryAt))).filter(isQuestionnaire);
