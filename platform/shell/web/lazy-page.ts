import { lazyRouteComponent } from '@tanstack/react-router';
import { again } from '@zhitongche/ui';

/** A page whose code comes when its address is opened, and is asked for again when it does not come. */
export const lazyPage: typeof lazyRouteComponent = (load, name) =>
  lazyRouteComponent(() => again(load), name);
