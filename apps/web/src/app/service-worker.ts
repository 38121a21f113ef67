import { KEPT_FILES } from './kept-files.ts';

/** Lets the browser keep the product's files, so that the desk opens without a network; only in a build, only where allowed (https). */
export const startServiceWorker = (): void => {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // After the first paint: keeping files for later must not slow down what is looked at now.
  addEventListener('load', () => {
    navigator.serviceWorker
      .register('/sw.js')
      .then(keepLoaded)
      // A browser that forbids it only loses reading without a network.
      .catch(() => undefined);
  });
};

/** Keeps what was loaded before the worker took over: the service of a case opened first, for one. */
const keepLoaded = async (): Promise<void> => {
  if (navigator.serviceWorker.controller) return;
  await navigator.serviceWorker.ready;
  const observer = new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) keep(name).catch(() => undefined);
  });
  observer.observe({ type: 'resource', buffered: true });
};

const keep = async (address: string): Promise<void> => {
  const { origin, pathname } = new URL(address);
  if (origin !== location.origin || !/^\/assets\/.+\.(js|css)$/.test(pathname)) return;
  if ((await caches.match(address)) === undefined) await (await caches.open(KEPT_FILES)).add(address);
};
