import {
  type DemoFace,
  lazyRegistry,
  type ListedCard,
  listedCard,
  type ListedService,
  type Lookups,
  type ServedService,
  type ServiceRegistry,
} from '@zhitongche/core/server';
import type { RegisterKind } from '@zhitongche/register';
import { cards, type Place } from './cards.ts';
import * as lines from './catalogue.ts';
import { type Entry, isRegister, type Line } from './entries.ts';

const byLine: Readonly<Record<string, Line>> = lines;

const entryAt = async ({ line, exported }: Place): Promise<Entry> => {
  const entry = (await byLine[line]?.())?.[exported];
  if (!entry) throw new Error(`The catalogue has no ${exported} of ${line}`);
  return entry;
};

const serviceAt = async (place: Place): Promise<ServedService> => {
  const entry = await entryAt(place);
  if (isRegister(entry)) throw new Error(`${place.exported} of ${place.line} is no service`);
  return entry;
};

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
