import type { Channel } from '@zhitongche/channel';

/** A message as it leaves. */
export interface Letter {
  /** The same at every try: whoever gets it twice can tell. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Code of its kind: gateways choose their template by it. */
  readonly kind: string;
}

/** How handing over went: taken, refused for good, or to be tried again. */
export type Handover =
  | { readonly state: 'handed-over'; readonly proof: string }
  | { readonly state: 'refused' | 'later'; readonly problem: string };

/** Whoever takes the messages of a channel; never throws for what the other side does. */
export interface Carrier {
  /** Where it hands them over, as administrators read it. */
  readonly via: string;
  send(letter: Letter): Promise<Handover>;
}

/** The carriers of an office; null = the channel is not connected, and says so. */
export type Carriers = Readonly<Record<Channel, Carrier | null>>;

/** Something the stand-in of a demo office was handed. */
export interface Delivered extends Letter {
  readonly channel: Channel;
  readonly at: Date;
}

/** Who takes the messages of which office. */
export interface Post {
  carriers(office: string): Promise<Carriers>;
  /** What the stand-in of a demo office took, newest first; null where no stand-in is. */
  delivered(office: string): Promise<readonly Delivered[] | null>;
}
