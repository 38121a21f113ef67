import { story, type Story, type World } from '../testing.ts';
import { toy } from './toy-service.ts';

/** A toy case accepted by the window: it stands at the review, its clock running. */
export const accepted = (world: World = {}): Story =>
  story(toy, world).submit().act('window', { act: 'agree' });

/** A toy case before its panel of three, which passes by that rule. */
export const atPanel = (rule = 'all'): Story =>
  accepted({ policies: { 'toy.rule': rule } }).act('handler@outbound', { act: 'agree' });

/** The three members of the toy's panel, in order. */
export const PANEL = ['countersigner@security', 'countersigner@finance', 'countersigner@protocol'] as const;
