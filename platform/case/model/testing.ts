import {
  HOME_ROLES,
  type Actor,
  type Org,
  type OrgTree,
  type Role,
  ROLES,
  roleLabel,
} from '@zhitongche/access';
import { orgTree } from './access-rules.ts';
import {
  CHINA_COVERS,
  CHINA_EXCEPTIONS,
  addWorkingDays,
  makeCalendar,
  addDays,
  type Problem,
  type Result,
} from '@zhitongche/base';
import type { CheckContext } from './check.ts';
import type { Facts, Answers } from '@zhitongche/form';
import type { Command, PersonRef } from './command.ts';
import { decide } from './decide.ts';
import { decideIssued, decideIssueFailed, decideTick } from './decide-system.ts';
import type { CaseEvent, CaseOrgs } from './event.ts';
import { filerRole } from './filer-role.ts';
import { apply, emptyState, type Happened } from './fold.ts';
import { stands } from './fold-papers.ts';
import type { DecideContext, Decision, DecisionEnv } from './decision-builder.ts';
import { type OpenAct, openActs } from './open-acts.ts';
import { type PolicyDef, type PolicyRow, type PolicyValue, makePolicyReader } from '@zhitongche/office';
import { problemsOf } from './run-checks.ts';
import { stepNotes } from './step-notes.ts';
import type { Service } from './service.ts';
import type { CaseState } from './state.ts';

/** How a story's world differs from the plain one: a Monday in March 2026, a unit under the province office. */
export interface World {
  readonly today?: string;
  /** Minute of the day in Beijing, `23:50`; nine in the morning when absent. */
  readonly minute?: string;
  /** True = the filing unit stands under a city office. */
  readonly underCity?: boolean;
  /** True = the filing unit stands below another unit, its supervising department. */
  readonly underSuperior?: boolean;
  readonly policies?: Readonly<Record<string, PolicyValue>>;
  readonly tables?: Readonly<Record<string, ReturnType<Facts['table']>>>;
  readonly lookups?: Readonly<Record<string, ReturnType<Facts['lookup']>>>;
  /** What papers can draw; everything when absent. */
  readonly draws?: Facts['draws'];
}

/**
 * Whoever acts in a story, named by role: `handler`, `countersigner@security` (at that division), `handler#2` (a second
 * person), `signer@superior` (at the supervising department). Without `@` unit roles and whoever files stand at the unit,
 * city roles at the city office, all others at the province office, the public among them.
 */
export type Cast = Role | `${Role}@${string}` | `${Role}#${string}`;

const DIVISION = 'division-';
const SUPERIOR = 'superior';

/** A province office with a city office, a unit, and every division anybody asks for. */
export const sampleTree = ({ underCity = false, underSuperior = false }: World = {}): OrgTree => {
  const above = underCity ? 'city' : 'office';
  const orgs: readonly Org[] = [
    { id: 'office', parent: null, kind: 'office', name: '某某省人民政府外事办公室' },
    { id: 'city', parent: 'office', kind: 'city-office', name: '某某市人民政府外事办公室' },
    { id: SUPERIOR, parent: above, kind: 'unit', name: '某某主管部门' },
    { id: 'unit', parent: underSuperior ? SUPERIOR : above, kind: 'unit', name: '某某单位' },
    { id: 'other-unit', parent: 'office', kind: 'unit', name: '另一单位' },
  ];
  const tree = orgTree(orgs);
  const division = (code: string): Org => ({
    id: DIVISION + code,
    parent: 'office',
    kind: 'division',
    name: `${code}处`,
    code,
  });
  const holder = (id: string): string => (id.startsWith(DIVISION) ? 'office' : id);
  return {
    get: (id) => (id.startsWith(DIVISION) ? division(id.slice(DIVISION.length)) : tree.get(id)),
    contains: (outer, inner) => outer === inner || tree.contains(outer, holder(inner)),
    division: (office, code) => (office === 'office' ? division(code) : undefined),
  };
};

const homeOf = (role: Role): string => {
  // Who belongs to no unit files at the office itself.
  if (role === 'visitor') return 'office';
  if (HOME_ROLES.includes(role)) return 'unit';
  return role === 'city-reviewer' || role === 'city-leader' ? 'city' : 'office';
};

const isRole = (text: string): text is Role => Object.hasOwn(ROLES, text);

/** The actor a cast name stands for; whoever files stands at the unit, whatever the role. */
export const actorOf = (cast: Cast, files?: Role): Actor => {
  const [, role = '', place] = /^([a-z-]+)(?:@([\w-]+))?(?:#.+)?$/.exec(cast) ?? [];
  if (!isRole(role)) throw new Error(`no role in "${cast}"`);
  const home = role === files && role !== 'visitor' ? 'unit' : homeOf(role);
  const org = place === undefined ? home : place === SUPERIOR ? SUPERIOR : DIVISION + place;
  const name = cast === role ? roleLabel(role) : `${roleLabel(role)}（${cast.slice(role.length + 1)}）`;
  return { id: cast, name, org, grants: [{ role, org }], standsInFor: [] };
};

/** A person to name in 转办, 委托, 加签 or 抄送. */
export const personOf = (cast: Cast): PersonRef => {
  const { id, name, org } = actorOf(cast);
  return { id, name, org };
};

/** The context checks run in: calendar, policy defaults with the world's own values, tables and lookups. */
export const sampleContext = (policies: readonly PolicyDef[], world: World = {}): CheckContext => {
  const today = world.today ?? '2026-03-02';
  const rows: readonly PolicyRow[] = Object.entries(world.policies ?? {}).map(([key, value]) => ({
    key,
    value,
    validFrom: '2000-01-01',
    source: '测试设定',
  }));
  return {
    today,
    calendar: makeCalendar(CHINA_EXCEPTIONS, CHINA_COVERS),
    policy: makePolicyReader(policies, rows, ['unit', 'city', 'office'], today),
    facts: {
      table: (name) => world.tables?.[name] ?? [],
      lookup: (name) => world.lookups?.[name],
      draws: world.draws ?? (() => true),
    },
  };
};

/** Where whoever files it stands: people who belong to no unit, at the office itself. */
export const filerHome = (service: Service): 'office' | 'unit' =>
  filerRole(service) === 'visitor' ? 'office' : 'unit';

/** A setting for `decide` and `openActs` in the world of a story. */
export const sampleSetting = (service: Service, world: World = {}): DecisionEnv => {
  const context = sampleContext(service.policies, world);
  const orgs: CaseOrgs = {
    office: 'office',
    unit: filerHome(service),
    ...(world.underCity ? { city: 'city' } : {}),
    ...(world.underSuperior ? { superior: SUPERIOR } : {}),
    divisions: {},
  };
  return {
    ...context,
    now: new Date(`${context.today}T${world.minute ?? '09:00'}:00+08:00`).toISOString(),
    tree: sampleTree(world),
    caseId: 'case-1',
    orgs,
  };
};

const said = (problems: readonly Problem[]): string =>
  problems.map((p) => `${p.code} [${p.at.join('.')}] ${p.message}`).join('\n');

/** A case in memory: given a world, when people act, then read `state`, `events` and what is open. */
export class Story {
  readonly events: Happened[] = [];
  state: CaseState = emptyState;
  private world: World;
  private readonly service: Service;
  /** The setting of a world, made once: a walk asks for it at every turn. */
  private known: { readonly world: World; readonly setting: DecisionEnv } | undefined;

  constructor(service: Service, world: World = {}) {
    this.service = service;
    this.world = world;
  }

  get today(): string {
    return this.setting.today;
  }

  /** What decisions see now. */
  get setting(): DecisionEnv {
    if (this.known?.world !== this.world)
      this.known = { world: this.world, setting: sampleSetting(this.service, this.world) };
    return this.known.setting;
  }

  /** What kinds of events have happened, in order. */
  get types(): readonly CaseEvent['type'][] {
    return this.events.map((event) => event.body.type);
  }

  /** Changes the world from here on: other policies, tables, lookups. */
  given(more: World): this {
    this.world = { ...this.world, ...more };
    return this;
  }

  /** Moves the calendar on to a later day. */
  on(day: string): this {
    if (day < this.today) throw new Error(`time runs forward: ${this.today} → ${day}`);
    return this.given({ today: day });
  }

  /** Moves the clock on to a minute, `2026-10-01 23:50`. */
  at(written: string): this {
    const [today = '', minute = ''] = written.split(' ');
    return this.on(today).given({ minute });
  }

  /** Moves the calendar on by days, or by working days. */
  later(days: number, kind: 'days' | 'working' = 'days'): this {
    const to =
      kind === 'days'
        ? addDays(this.today, days)
        : addWorkingDays(this.setting.calendar, this.today, days).due;
    return this.on(to);
  }

  /** The same case going its own way from here. */
  fork(): Story {
    const other = new Story(this.service, this.world);
    other.state = this.state;
    other.known = this.known;
    other.events.push(...this.events);
    return other;
  }

  /** Acts, and expects it to be let through. */
  act(who: Cast | Actor, command: Command): this {
    return this.take(this.attempt(who, command));
  }

  /** Acts, and expects a refusal: its problems. */
  refused(who: Cast | Actor, command: Command): readonly Problem[] {
    const result = this.attempt(who, command);
    if (result.ok) throw new Error(`"${command.act}" was let through`);
    return result.problems;
  }

  /** Submits the sample answers with the given ones over them. */
  submit(
    answers: Answers = {},
    explanations: Readonly<Record<string, string>> = {},
    who: Cast | Actor = filerRole(this.service),
  ): this {
    return this.act(who, { act: 'submit', answers: this.answers(answers), explanations });
  }

  /** The sample answers with the given ones over them. */
  answers(over: Answers = {}): Answers {
    return { ...this.service.sample(this.today), ...over };
  }

  /** Everything wrong with the sample answers changed like this. */
  problems(over: Answers = {}): readonly Problem[] {
    return problemsOf(this.service, this.answers(over), this.setting);
  }

  /** What the present step tells whoever has the case before them. */
  notes(): readonly string[] {
    return stepNotes(this.service, this.state, this.setting);
  }

  /** What somebody may do now. */
  open(who: Cast | Actor): readonly OpenAct[] {
    return openActs(this.service, this.state, this.actor(who), this.setting);
  }

  /** Issues every paper asked for, as the paper job would. */
  issueAll(): this {
    for (const { paper } of this.state.papers.filter((p) => p.status === 'asked' && stands(p))) {
      this.take(
        decideIssued(
          this.service,
          this.state,
          { paper, digest: 'd'.repeat(64), file: { pdf: 'f'.repeat(64) }, code: 'AAAA-BBBB-CCCC' },
          this.setting,
        ),
      );
    }
    return this;
  }

  /** Lets a paper fail. */
  failPaper(paper: string, problem = '签章服务不可用', undrawn?: readonly string[]): this {
    const failed = { paper, problem, ...(undrawn ? { undrawn } : {}) };
    return this.take(decideIssueFailed(this.service, this.state, failed, this.setting));
  }

  /** Lets the clock job look at the case today. */
  tick(): this {
    return this.take(decideTick(this.service, this.state, this.setting));
  }

  /** Tries an act and keeps nothing. */
  attempt(who: Cast | Actor, command: Command): Result<Decision> {
    const context: DecideContext = { ...this.setting, actor: this.actor(who) };
    return decide(this.service, this.state, command, context);
  }

  private actor(who: Cast | Actor): Actor {
    return typeof who === 'string' ? actorOf(who, filerRole(this.service)) : who;
  }

  /** Takes what an attempt came to as done; throws when it was refused. */
  take(result: Result<Decision>): this {
    if (!result.ok) throw new Error(`refused:\n${said(result.problems)}`);
    for (const body of result.value.events) {
      const event: Happened = { at: this.setting.now, doer: result.value.doer, body };
      this.events.push(event);
      this.state = apply(this.state, event);
    }
    return this;
  }
}

/** Begins a story of a service: `story(service).submit().act('window', { act: 'agree' })`. */
export const story = (service: Service, world: World = {}): Story => new Story(service, world);
