import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

/** Milliseconds between attempts to fetch code. */
const WAITS = [1000, 2000, 4000];

/**
 * Fetches a part of the program, and again when it does not come: a limit of a proxy, a server that is being replaced
 * and a bad line all pass. Without a network it fails at once, for whoever reads in a tunnel.
 */
export const again = async <T>(load: () => Promise<T>): Promise<T> => {
  for (const wait of WAITS)
    try {
      return await load();
    } catch (error) {
      if (globalThis.navigator?.onLine === false) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
      await styleOf(error);
    }
  return await load();
};

/** A component whose code comes when it is first drawn; every one is made here, so that every one is fetched again. */
export const lazily = <P extends object>(
  load: () => Promise<ComponentType<P>>,
): LazyExoticComponent<ComponentType<P>> => lazy(() => again(async () => ({ default: await load() })));

/** The build's loader asks for a style once and never again: one that failed is put on the page here. */
const styleOf = async (error: unknown): Promise<void> => {
  const href =
    error instanceof Error ? /^Unable to preload CSS for (\S+)$/.exec(error.message)?.[1] : undefined;
  if (href === undefined) return;
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  await new Promise<void>((resolve) => {
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      resolve();
    };
    document.head.append(link);
  });
};
