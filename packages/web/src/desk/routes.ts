import type { AnyRoute } from '@tanstack/react-router';

/** Pages of this shell, below the signed-in route. */
export const deskRoutes: readonly AnyRoute[] = [];
