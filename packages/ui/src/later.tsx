import { type ComponentType, lazy, type ReactNode, useState } from 'react';
import { again } from './again.ts';

/** A component whose code comes later, or is already there when somebody fetched it ahead. */
export interface Later<P> {
  (props: P): ReactNode;
  /** Fetches the code ahead. */
  readonly ahead: () => Promise<unknown>;
}

/**
 * A component loaded when it is first drawn. Unlike React's own `lazy` it never shows a fallback for code that has
 * arrived: a fallback, once shown, stays for 300 ms.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  let arrived: ComponentType<P> | undefined;
  const fetched = async () => {
    arrived = await again(load);
    return { default: arrived };
  };
  const Waiting: ComponentType<P> = lazy(fetched);
  const Drawn = (props: P): ReactNode => {
    // Stays the same for as long as it is drawn, or it would lose what it holds.
    const [Component] = useState(() => arrived ?? Waiting);
    return <Component {...props} />;
  };
  return Object.assign(Drawn, { ahead: fetched });
}
