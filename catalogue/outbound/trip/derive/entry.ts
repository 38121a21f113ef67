import { addDays } from '@zhitongche/base';
import type { Facts } from '@zhitongche/form';
import { countryStays, entryAnswer } from '../../../shared/entry-rules.ts';
import type { Leg } from '../fields/itinerary.ts';
import type { Member } from '../fields/members.ts';

/** How one traveller gets into one country, and where that is written. */
export type Entry = {
  readonly member: string;
  readonly country: string;
  readonly passportKind: string;
  /**
   * `exempt` asks for 出境证明, `visa` for a visa, `permit` for the Hong Kong/Macao permit, `ask` for a question to the
   * consular desk.
   */
  readonly answer: 'exempt' | 'visa' | 'permit' | 'ask';
  readonly todo: string;
  readonly stayDays: number;
  readonly source: string;
};

const TODO = {
  exempt: '办理出境证明',
  visa: '办理签证',
  permit: '办理因公往来港澳通行证和签注',
  ask: '向领事部门核实是否免签',
} as const;

/** A passport still to be made is good for long enough. */
const NEW_PASSPORT = '9999-12-31';

/** What the table of exemptions says for one passport kind, country and stay, as a trip needs it. */
export const entryFor = (
  facts: Facts,
  passportKind: string,
  country: string,
  arrive: string,
  stayDays: number,
  leave = addDays(arrive, stayDays - 1),
  passportUntil = NEW_PASSPORT,
): Pick<Entry, 'answer' | 'todo' | 'source'> => {
  const { answer, source } = entryAnswer(facts, {
    passportKind,
    passportUntil,
    country,
    arrive,
    leave,
    stayDays,
  });
  const asked = answer === 'conditional' || answer === 'unclear' ? 'ask' : answer;
  return { answer: asked, source, todo: TODO[asked] };
};

/** The answer for every traveller and every country that is entered; rows still missing a passport kind are left out. */
export const entriesOf = (
  members: readonly Member[],
  legs: readonly Leg[],
  facts: Facts,
): readonly Entry[] => {
  const stays = countryStays(legs);
  return members.flatMap(({ name, passportKind, passportUntil }) =>
    passportKind
      ? stays.map(({ country, arrive, leave, stayDays }) => ({
          member: name ?? '',
          country,
          passportKind,
          stayDays,
          ...entryFor(facts, passportKind, country, arrive, stayDays, leave, passportUntil),
        }))
      : [],
  );
};
