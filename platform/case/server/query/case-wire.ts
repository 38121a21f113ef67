import type { CaseEvent, CaseState } from '@zhitongche/case';
import { EventView, letThrough, StateView } from '@zhitongche/contract';

const stateThrough = letThrough(StateView);
const eventThrough = letThrough(EventView);

// A kernel type the contract does not cover is refused here, when the program is compiled.
const covered = (state: CaseState): StateView => state;
const told = (event: CaseEvent): EventView => event;

/** A state as it travels: what the contract names of it. */
export const stateOnWire = (state: CaseState): StateView => stateThrough(covered(state)) as StateView;

/** An event as it travels: what the contract names of it. */
export const eventOnWire = (event: CaseEvent): EventView => eventThrough(told(event)) as EventView;
