/** Lets the browser keep the product's files, so that the desk opens without a network; only in a build, only where allowed (https). */
export const startServiceWorker = (): void => {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // After the first paint: keeping files for later must not slow down what is looked at now.
  addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js').catch(() => {
      // A browser that forbids it only loses reading without a network.
    });
  });
};
