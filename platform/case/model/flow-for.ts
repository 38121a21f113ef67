import type { AnswersOf, Form } from '@zhitongche/form';
import type { ActDef, Flow, FlowContext, Transition, Step } from './flow.ts';

/** What decisions of a flow look at, with the answers as its form types them. */
export type ContextOf<F extends Form> = Omit<FlowContext, 'answers'> & { readonly answers: AnswersOf<F> };

/** A part of a flow whose decisions see `C` and whose roads lead to steps named in `K`, however deep they stand. */
type Typed<T, C, K extends string> = T extends string
  ? T
  : T extends (context: FlowContext) => infer R
    ? (context: C) => R
    : T extends readonly (infer I)[]
      ? readonly Typed<I, C, K>[]
      : T extends object
        ? {
            readonly [P in keyof T]: Transition extends NonNullable<T[P]>
              ? K | ((context: C) => K)
              : Typed<T[P], C, K>;
          }
        : T;

/** A step whose roads lead to steps named in `K`; what steps that several flows share are declared as. */
export type StepTo<K extends string, S extends Step = Step> = Typed<S, FlowContext, K>;

/** An act that leads nowhere of its own and so fits any flow. */
export type ActAnywhere = Omit<ActDef, 'to'>;

/** Builds the flow of a form: its decisions see the answers as that form types them, and every road leads to a step there is. */
export const flowFor =
  <F extends Form>() =>
  <const K extends string>(
    flow: Omit<Flow, 'start' | 'steps' | 'afterCorrection'> & {
      readonly start: Typed<{ readonly road: Transition }, ContextOf<F>, NoInfer<K>>['road'];
      readonly steps: { readonly [P in K]: Typed<Step, ContextOf<F>, NoInfer<K>> };
      readonly afterCorrection?:
        | 'asker'
        | 'start'
        | ((context: ContextOf<F>) => 'asker' | 'start' | { readonly step: NoInfer<K> });
    },
  ): Flow =>
    // Answers are read before a flow is asked, so they are what the form says.
    flow as unknown as Flow;
