import { createContext } from 'react';

/** Where an act asks what it needs: over the page, or in a pane of it beside what is decided on. */
export const ActPlace = createContext<'over' | 'beside'>('over');
