import type { OrgKind, Role } from '@zhitongche/access';
import type { WorkCalendar } from '@zhitongche/base';
import type { CommandShape } from '@zhitongche/contract';
import type { Answers } from '@zhitongche/form';
import type { PolicyValue } from '@zhitongche/office';
import type { SampleRow } from '@zhitongche/register';
import type { OfficeActor } from '../actor.ts';
import type { App } from '../app.ts';

/** Somebody the stories of the demo may be about; invented, and in no post of the office. */
export interface InventedPerson {
  /** Counts through everybody invented: two of one number are one person. */
  readonly n: number;
  readonly name: string;
  readonly pinyin: string;
  readonly sex: 'M' | 'F';
}

/** The demo office as a folder of the catalogue may ask about it while it tells its stories. */
export interface DemoWorld {
  /** When the demo is started for the first time: no story goes beyond. */
  readonly now: Date;
  readonly calendar: WorkCalendar;
  readonly province: string;
  readonly orgs: readonly {
    readonly key: string;
    readonly parent: string | null;
    readonly kind: OrgKind;
    readonly name: string;
  }[];
  readonly people: readonly {
    readonly username: string;
    readonly name: string;
    readonly org: string;
    readonly roles: readonly Role[];
  }[];
  /** What the demo office sets for one of its bodies; undefined where the shipped default holds. */
  policy(key: string, org: string): PolicyValue | undefined;
  /** The `n`th person who belongs to no unit. */
  invented(n: number): InventedPerson;
}

/** One act of a story. */
export interface DemoAct {
  readonly at: Date;
  /** User name of whoever acts. */
  readonly by: string;
  /** Persons it asks are told by user name; sample attachments become uploads of the case. */
  readonly command: CommandShape | { readonly rate: readonly [score: number, comment?: string] };
  /** The post whose seat is taken, where one person may hold several. */
  readonly as?: Role;
  /** Its papers are left to the worker: whoever opens the demo sees them being made. */
  readonly leavesPapers?: boolean;
}

/** A case of the demo office from its draft to where it stands at the first start. */
export interface DemoStory {
  /** Stable, so that a start that was cut off goes on where it stopped. */
  readonly key: string;
  readonly service: string;
  /** User name of whoever begins the draft. */
  readonly filer: string;
  readonly begunAt: Date;
  /** What stands in a draft that was left lying. */
  readonly draft?: Answers;
  readonly acts: readonly DemoAct[];
}

/** What a beginning with an endpoint of its own needs to be played. */
export interface DemoStage {
  readonly app: App;
  /** Everybody of the demo by user name. */
  readonly actors: ReadonlyMap<string, OfficeActor>;
  readonly now: Date;
  /** Does the jobs an act set off, on the demo's clock. */
  drain(app: App, office: string, caseId: string): Promise<void>;
}

/** What a folder adds to the demo office; loaded at its first start only. */
export interface DemoFace {
  /** Rows of registers its stories rest on, by the code of the register, entered before them; they stand for its samples. */
  rows?(world: DemoWorld): Readonly<Record<string, readonly SampleRow[]>>;
  /** Cases told in acts; played in the order of their dates beside those of all other folders. */
  stories?(world: DemoWorld): readonly DemoStory[];
  /** What acts alone cannot tell, after all stories. */
  play?(stage: DemoStage): Promise<void>;
}
