import { createRootRoute } from '@tanstack/react-router';
import { Fault } from './Fault.tsx';
import { NotFound } from './NotFound.tsx';
import { Root } from './Root.tsx';

/** The root of every address. */
export const rootRoute = createRootRoute({
  component: Root,
  errorComponent: Fault,
  notFoundComponent: NotFound,
});
