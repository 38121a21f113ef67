import type {
  API,
  BodyOf,
  CaseRow,
  CaseView,
  EndpointName,
  OpenActShape,
  ParamsOf,
  ProblemDocument,
  QueryOf,
  ReplyOf,
  TimelineEntry,
} from '@zhitongche/contract';

/** Reply of an endpoint by name, e.g. `Reply<'me'>`. */
export type Reply<N extends EndpointName> = ReplyOf<(typeof API)[N]>;
/** JSON body of an endpoint by name. */
export type Body<N extends EndpointName> = BodyOf<(typeof API)[N]>;
/** Query of an endpoint by name. */
export type Query<N extends EndpointName> = QueryOf<(typeof API)[N]>;

type Params<N extends EndpointName> = ParamsOf<(typeof API)[N]>;
type Asked<K extends string, V> = V extends undefined ? unknown : { readonly [P in K]: V };
type AskedQuery<V> = V extends undefined ? unknown : { readonly query?: V };

/** What a call needs: path parameters, query and body exactly as the contract asks. */
export type Input<N extends EndpointName> = Asked<'params', Params<N>> &
  AskedQuery<Query<N>> &
  Asked<'body', Body<N>>;

/** How a call is made, besides what it says. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Idempotency key; pass the same one to send the same write again. */
  readonly key?: string;
  /** Sent without saying who sits here: no session goes with it, and none is ended by its answer. */
  readonly nameless?: boolean;
  /** Whose words these are: not sent when somebody else is signed in by now. */
  readonly by?: string;
}

/** Who is signed in. */
export type Me = Reply<'me'>;
export type { CaseRow, CaseView, EndpointName, OpenActShape, ProblemDocument, TimelineEntry };
