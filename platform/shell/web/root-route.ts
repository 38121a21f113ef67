import { createRootRoute } from '@tanstack/react-router';
import { ErrorPage } from './ErrorPage.tsx';
import { NotFound } from './NotFound.tsx';
import { Root } from './Root.tsx';

/** The root of every address. */
export const rootRoute = createRootRoute({
  component: Root,
  errorComponent: ErrorPage,
  notFoundComponent: NotFound,
});
