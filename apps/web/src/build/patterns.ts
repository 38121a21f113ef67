import type { Plugin } from 'vite';

/** Serves the page of patterns at `/patterns` while developing. A build begins at index.html alone: offices have neither the page nor its code. */
export const patterns = (): Plugin => ({
  name: 'patterns',
  apply: 'serve',
  configureServer: ({ middlewares }) => {
    middlewares.use((request, _answer, next) => {
      if (/^\/patterns(\?|$)/.test(request.url ?? ''))
        request.url = request.url?.replace('/patterns', '/testing/patterns/index.html');
      next();
    });
  },
});
