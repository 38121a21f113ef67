import type { Answers } from '@zhitongche/form';
import { newKey } from '@zhitongche/contract/web';
import { ApiProblem, sentenceOf, Unreachable } from '@zhitongche/ui';

/** Where the draft stands: kept by the server, on its way there, or held up and why. */
export type DraftStatus =
  | { readonly is: 'saved' }
  | { readonly is: 'waiting' }
  | { readonly is: 'saving' }
  | { readonly is: 'offline' }
  | { readonly is: 'conflict'; readonly by: string; readonly at: string; readonly revision: number }
  | { readonly is: 'refused'; readonly why: string };

/** What a page shows of a draft. */
export interface DraftState<T = Answers> {
  readonly answers: T;
  readonly status: DraftStatus;
  /** When the server last kept it, UTC; null while it never has. */
  readonly savedAt: string | null;
}

/** Unsent answers as this device keeps them. */
export interface Backup<T = Answers> {
  readonly answers: T;
  /** Revision they were typed on. */
  readonly revision: number;
  /** A save sent from here whose answer had not come when this was written. */
  readonly sending?: Sending<T>;
}

/** The world a keeper needs. */
export interface DraftPorts<T = Answers> {
  save(
    answers: T,
    revision: number,
    key: string,
  ): Promise<{ readonly revision: number; readonly savedAt: string }>;
  /** Survives a closed tab: written with every change that the server does not have yet. */
  keep(backup: Backup<T> | null): void;
  changed(state: DraftState<T>): void;
}

/** One save, word for word. */
export interface Sending<T = Answers> {
  readonly answers: T;
  readonly revision: number;
  readonly key: string;
}

const REST = 1200;
const RETRY = 15_000;

/**
 * Saves a draft by itself: a moment after typing stops, one request at a time, again when the line is back. A request
 * whose answer was lost is repeated word for word with its key, so that the server cannot take it for someone else's.
 */
export class DraftKeeper<T = Answers> {
  #state: DraftState<T>;
  #revision: number;
  /** What the server had when the typing began; unknown for what an earlier visit left here. */
  #base: T | undefined;
  /** On its way, or cut off before its answer came: to be repeated before anything newer. */
  #unanswered: Sending<T> | null = null;
  #sending: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #ports: DraftPorts<T>;

  constructor(
    start: { readonly answers: T; readonly revision: number; readonly savedAt: string | null },
    ports: DraftPorts<T>,
  ) {
    this.#state = { answers: start.answers, status: { is: 'saved' }, savedAt: start.savedAt };
    this.#revision = start.revision;
    this.#base = start.answers;
    this.#ports = ports;
  }

  get state(): DraftState<T> {
    return this.#state;
  }

  /** What the server had when what is unsent was begun; undefined where that is not known. */
  get base(): T | undefined {
    return this.#base;
  }

  /** Takes up what this device still held from an earlier visit; the revision it was typed on decides whether it fits. */
  takeUp({ answers, revision, sending }: Backup<T>): void {
    if (revision !== this.#revision) this.#base = undefined;
    this.#revision = revision;
    this.#unanswered = sending ?? null;
    this.#show({ answers, status: { is: 'waiting' } });
  }

  /** Starts sending what is unsent. */
  resume(): void {
    if (this.#state.status.is === 'waiting') this.#later(REST);
  }

  /** Takes what was typed. */
  edit(answers: T): void {
    if (answers === this.#state.answers) return;
    this.#keep(answers);
    const { status } = this.#state;
    const held = status.is === 'conflict' || status.is === 'offline' || status.is === 'saving';
    this.#show({ answers, status: held ? status : { is: 'waiting' } });
    if (status.is !== 'conflict' && status.is !== 'offline') this.#later(REST);
  }

  /** Sends what is unsent now; resolves when the server has everything, or when it cannot be had. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#state.status.is !== 'saved' && this.#state.status.is !== 'conflict') {
      this.#sending ??= this.#send().finally(() => {
        this.#sending = null;
      });
      await this.#sending;
      if (this.#state.status.is === 'offline' || this.#state.status.is === 'refused') return false;
    }
    return this.#state.status.is === 'saved';
  }

  /** After a conflict: goes on from the server's revision, with these answers (mine, theirs, or both put together), which are unsent when `mine`. */
  settle(answers: T, revision: number, mine: boolean, theirs?: T): void {
    this.#revision = revision;
    this.#base = mine ? theirs : answers;
    this.#unanswered = null;
    this.#ports.keep(mine ? { answers, revision } : null);
    this.#show({ answers, status: { is: mine ? 'waiting' : 'saved' } });
    if (mine) this.#later(0);
  }

  /** Stops all timers; unsent answers stay on the device. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  async #send(): Promise<void> {
    const sending: Sending<T> = this.#unanswered ?? {
      answers: this.#state.answers,
      revision: this.#revision,
      key: newKey(),
    };
    this.#unanswered = sending;
    this.#keep(this.#state.answers);
    this.#show({ status: { is: 'saving' } });
    try {
      const { revision, savedAt } = await this.#ports.save(sending.answers, sending.revision, sending.key);
      this.#unanswered = null;
      this.#revision = revision;
      this.#base = sending.answers;
      const behind = this.#state.answers !== sending.answers;
      if (behind) this.#keep(this.#state.answers);
      else this.#ports.keep(null);
      this.#show({ status: { is: behind ? 'waiting' : 'saved' }, savedAt });
      if (behind) this.#later(REST);
    } catch (error) {
      this.#failed(error);
    }
  }

  #failed(error: unknown): void {
    if (error instanceof Unreachable) {
      this.#show({ status: { is: 'offline' } });
      this.#later(RETRY);
      return;
    }
    this.#unanswered = null;
    this.#keep(this.#state.answers);
    const conflict = error instanceof ApiProblem ? error.doc.conflict : undefined;
    this.#show({
      status: conflict ? { is: 'conflict', ...conflict } : { is: 'refused', why: sentenceOf(error) },
    });
  }

  #keep(answers: T): void {
    const sending = this.#unanswered;
    this.#ports.keep({ answers, revision: this.#revision, ...(sending ? { sending } : {}) });
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  #show(change: Partial<DraftState<T>>): void {
    this.#state = { ...this.#state, ...change };
    this.#ports.changed(this.#state);
  }
}
