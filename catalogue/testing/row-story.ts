import { actorOf, type Cast, sampleContext, sampleTree } from '@zhitongche/case/testing';
import { blocks, type Json } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import {
  applyToRow,
  decideRow,
  type KeptRow,
  movedByClock,
  type RegisterKind,
  registerReach,
  remindersDue,
  type RowCommand,
  type SharedList,
} from '@zhitongche/register';
import countries from '../../offices/src/reference/countries.json' with { type: 'json' };
import { TABLES } from '../shared/testing/tables.ts';

const MORNING = '09:00';
const ORGS = ['office', 'city', 'superior', 'unit', 'other-unit'];

/** One row of a register in memory: people of a sample office act on it, day by day, and the clock reminds of it. */
export class RowStory {
  private standing: KeptRow | null = null;
  private today: string;
  private known: Readonly<Record<string, Json>> = {};

  constructor(
    private readonly kind: RegisterKind,
    today = '2026-03-02',
    private time = MORNING,
  ) {
    this.today = today;
  }

  /** The row as it stands; throws before it is entered. */
  get row(): KeptRow {
    if (!this.standing) throw new Error('nothing was entered');
    return this.standing;
  }

  /** The day it is from now on, and the time in Beijing. */
  on(today: string, time = MORNING): this {
    this.today = today;
    this.time = time;
    return this;
  }

  /** What acts from now on find when they ask. */
  knowing(known: Readonly<Record<string, Json>>): this {
    this.known = known;
    return this;
  }

  /** What stands in the way of an act; nothing is done. */
  problems(cast: Cast, command: RowCommand): readonly string[] {
    const decided = this.decide(cast, command);
    return decided.ok ? [] : decided.problems.filter((one) => blocks([one])).map(({ code }) => code);
  }

  /** Somebody acts; throws what stands in the way. */
  does(cast: Cast, command: RowCommand): this {
    const decided = this.decide(cast, command);
    if (!decided.ok)
      throw new Error(decided.problems.map(({ code, message }) => `${code} ${message}`).join('\n'));
    this.standing = decided.value.row;
    return this;
  }

  /** Somebody takes a move. */
  moves(cast: Cast, move: string, data?: Answers): this {
    return this.does(cast, { act: 'move', move, ...(data === undefined ? {} : { data }) });
  }

  /** Somebody acts on a list of several rows, this one among them; what stands in the way, else nothing and it is done. */
  byList(cast: Cast, command: RowCommand, list: SharedList): readonly string[] {
    const decided = this.decide(cast, command, { list });
    if (!decided.ok) return decided.problems.map(({ code }) => code);
    this.standing = decided.value.row;
    return [];
  }

  /** A case, a duty or another row takes a move that nobody takes by hand. */
  takes(move: string, data: Answers): this {
    const decided = this.decide('handler', { act: 'move', move, data }, { along: true });
    if (!decided.ok) throw new Error(decided.problems.map(({ code }) => code).join());
    this.standing = decided.value.row;
    return this;
  }

  /** What the clock says today, each remembered: the field and how many days are left. */
  reminds(): readonly string[] {
    const { policy } = sampleContext(this.kind.policies, { today: this.today });
    return remindersDue(this.kind, this.row, policy, this.today).map((body) => {
      const doer = { id: 'system', name: '系统', org: 'office' };
      this.standing = applyToRow('row', this.standing, { at: this.now, doer, body });
      return `${body.field} ${body.left}`;
    });
  }

  /** The clock moves the row where its day is over. */
  ticks(): this {
    const { policy, calendar } = sampleContext(this.kind.policies, { today: this.today });
    const doer = { id: 'system', name: '系统', org: 'office' };
    const { today, now } = this;
    for (const body of movedByClock(this.kind, this.row, { today, now, policy, calendar }))
      this.standing = applyToRow('row', this.standing, { at: this.now, doer, body });
    return this;
  }

  private get now(): string {
    return new Date(`${this.today}T${this.time}:00+08:00`).toISOString();
  }

  private decide(
    cast: Cast,
    command: RowCommand,
    more: { readonly along?: true; readonly list?: SharedList } = {},
  ) {
    const actor = actorOf(cast);
    const tree = sampleTree();
    return decideRow(this.kind, 'row', this.standing, command, {
      ...sampleContext(this.kind.policies, {
        today: this.today,
        tables: { ...TABLES, countries },
        lookups: this.known,
      }),
      now: this.now,
      actor,
      tree,
      reach: registerReach(this.kind, actor, tree, ORGS),
      home: actor.org,
      alike: [],
      above: [],
      ...more,
    });
  }
}
