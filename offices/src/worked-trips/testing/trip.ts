import type { Answers } from '@zhitongche/form';

/** What a filing says, in short words; days are `MM-DD` of 2026. */
export interface Filing {
  /** Exit and entry: `04-20 04-24`. */
  readonly dates: string;
  /**
   * One stop each: `日本 东京 04-13>04-16` and what else is said of it: `hotel=18000` `cur=USD` `suite=450`
   * `host=meals+transport` `fee=66` `inviter=own-company` `conf` (named by a conference) `asked` (approved beforehand)
   * `neighbour=阿根廷` (whose standard is taken) `transit` `left` (the airport).
   */
  readonly legs: readonly string[];
  /**
   * One traveller each, or several alike: `division`, `section*4`, and what else is said: `unit=…` `post=…` `position=…`
   * `cabin=…` `passport=…` `grounds=…` `employment=…` `secrecy=…` `born=…` `role=…` `trips=1` `academic=no` `other`
   * (has a second passport) `until=2026-09-01` `noduty` (says not what one is in charge of) `board` (leads the unit)
   * `resides` (has a right of residence abroad). The first is the head of the delegation.
   */
  readonly people: readonly string[];
  /** `economy 12000 chinese`; the carrier may be left out. */
  readonly fares: readonly string[];
  /** `intercity 伦敦 巴黎 GBP 150 4`, `airport …`, or a fee of the form: `insurance CNY 300 6`. */
  readonly costs?: readonly string[];
  readonly caseType?: string;
  readonly missionKind?: string;
  readonly unit?: string;
  /** First and last day of the publicity, when not three weeks until the end of February. */
  readonly published?: string;
  /** A day without programme. */
  readonly unplanned?: string;
  /** Whatever else the form asks. */
  readonly more?: Answers;
}

/** Codes of rules by level, blank between them; empty = silent. */
export interface Said {
  readonly block?: string;
  readonly warn?: string;
  readonly info?: string;
}

/** What is asked once the trip is approved, by whom it is decided and what comes of it. */
export interface After {
  readonly asks: 'change' | 'extension' | 'revocation' | 'return';
  readonly how: string;
  /** The trip as it shall be. */
  readonly filing?: Partial<Filing>;
  /** Border passed out and in, where it was another day than approved. */
  readonly actual?: string;
  readonly road?: string;
  readonly papers?: string;
  readonly due?: string;
}

/** A trip, and what somebody who knows the rules makes of it with pencil and paper. */
export interface WorkedTrip {
  readonly n: number;
  readonly title: string;
  /** How it was worked out, in a sentence; where no text says it, that too. */
  readonly how: string;
  readonly filing: Filing;
  /** What was filed first and sent back by the form: what is different, and the rules that stop it. */
  readonly first?: Partial<Filing> & {
    readonly stops: string;
    /** Together with `remembered`, only while it is filed the first time. */
    readonly remembered?: readonly string[];
  };
  /** The world: figures of the office by short key, rates, what the registers answer, where the unit stands. */
  readonly underCity?: boolean;
  readonly underSuperior?: boolean;
  readonly policies?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly rates?: Readonly<Record<string, string>>;
  /**
   * What the registers answer: `trip 0 2025-03-10 academic` (an earlier trip of the first traveller, exit day, mission),
   * `overdue 甲 2026-01-20 41` (a passport, due day, days late), `permit 1 2025-12-01 2025-12-20` (of the second traveller,
   * due day, came back), `similar 2026-05-11 2026-05-15 澳大利亚` (a trip of the same unit).
   */
  readonly remembered?: readonly string[];
  readonly days: number;
  readonly countries: string;
  /** `东京 3天3晚` for each stop. */
  readonly stays: string;
  /**
   * One line each: what, where, currency, standard (or price), persons×days, amount, yuan. Standards from 财行〔2017〕434号,
   * yuan at the rates of the office: 1 USD 7.1, EUR 8.2, GBP 9.4, JPY 0.047, HKD 0.91.
   */
  readonly money: string;
  readonly total: string;
  /** `日本 4天 公务→签证 公务普通→签证` for each country that is entered. */
  readonly entries: string;
  readonly says: Said;
  /** Day on which the documents are due back: exit, days abroad and seven more; MM-DD. */
  readonly due: string;
  /** Who acts, in order. */
  readonly road: string;
  /** Whose decision it is; an authority above answers in its own name. */
  readonly decides: string;
  /** Papers from the first on, in order; one made for a unit names it. */
  readonly papers: string;
  /** Words a paper must carry besides days, countries and who approved it. */
  readonly reads?: Readonly<Record<string, readonly string[]>>;
  readonly after?: After;
}
