import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contractRoutes } from './src/build/contract-routes.ts';
import { namedScreens } from './src/build/named-screens.ts';
import { patterns } from './src/build/patterns.ts';
import { pwa } from './src/build/pwa.ts';
import { twoLanguages } from './src/build/two-languages.ts';

const server = process.env['ZHITONGCHE_API'] ?? 'http://127.0.0.1:3000';

/** Builds the browser's half; `/api` goes to the server while developing. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [contractRoutes(), twoLanguages(), react(), pwa(import.meta.dirname), patterns()],
  css: { postcss: namedScreens },
  server: { proxy: { '/api': { target: server, changeOrigin: false } } },
  build: {
    // Government desktops still run browsers on a Chromium of 2022.
    target: ['chrome100', 'safari16', 'firefox104'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Dozens of slivers shared by two pages each would cost more in requests than they save in bytes.
          groups: [
            {
              name: 'react',
              test: /node_modules\/(react|react-dom|scheduler|@tanstack\/(react-query|query-core|react-router|router-core|history|react-store|store))\//,
            },
            {
              name: 'base',
              test: /apps\/web\/src\/app\/|platform\/contract\/web\/[^/]+$|platform\/shell\/web\/(?!shell\/|PublicFrame|desk-shell-route|live|palette\/(?!PaletteButton))|packages\/ui\/src\/(problem|Icon|Button|LinkButton|Badge|Notice|Empty|ErrorState|Skeleton|Toast|PageHeader|Light|Disclosure|Field|cx|format|clock-text|use-phone)\./,
            },
          ],
        },
      },
    },
  },
});
