import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PluginOption } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { KEPT_FILES } from '../app/kept-files.ts';
import { offlineFiles } from './offline-files.ts';

const ROOTS = [
  // Base components may load parts of themselves late, dialogs for one.
  /\/packages\/ui\/src\//,
  /\/apps\/web\/src\/app\//,
  /\/platform\/shell\/web\//,
  /\/platform\/case\/web\/inbox\/(?:InboxPage|PhoneInbox)\.tsx$/,
  /\/platform\/case\/web\/desk\/(?:CasePage|PhoneCase|Viewer)\.tsx$/,
  /\/platform\/case\/web\/act\/ActDialog\.tsx$/,
  /\/apps\/web\/src\/desk\/(?:OutboxPage|MorePage)\.tsx$/,
  /\/platform\/register\/web\/CheckInPage\.tsx$/,
  /\/platform\/survey\/web\/kiosk\/KioskPage\.tsx$/,
];

/** Reads a colour of the light theme from the one file that names colours. */
const token = (root: string, name: string): string => {
  const css = readFileSync(join(root, '../../packages/ui/src/tokens.css'), 'utf8');
  const value = new RegExp(`--${name}:\\s*([^;]+);`).exec(css)?.[1];
  if (value === undefined) throw new Error(`tokens.css names no --${name}`);
  return value;
};

/** Makes the product installable, and the phone desk readable without a network. */
export const pwa = (root: string): PluginOption => {
  const offline = offlineFiles((module) => ROOTS.some((r) => r.test(module)));
  return [
    offline.plugin,
    VitePWA({
      // A new version takes over when the last tab of the old one is closed: nobody's typing is interrupted.
      registerType: 'prompt',
      injectRegister: null,
      manifest: {
        name: '直通车',
        short_name: '直通车',
        description: '外事办公室统一申报、统一审批平台',
        lang: 'zh-CN',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        theme_color: token(root, 'primary'),
        background_color: token(root, 'page'),
        icons: [
          { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
        shortcuts: [{ name: '收件箱', url: '/desk' }],
      },
      workbox: {
        globPatterns: ['index.html', 'assets/*.{js,css}'],
        manifestTransforms: [
          (entries) => ({
            manifest: entries.filter((e) => !e.url.startsWith('assets/') || offline.names().has(e.url)),
            warnings: [],
          }),
        ],
        // Whoever comes for the first time is served by the worker at once, so that what is opened next is kept.
        clientsClaim: true,
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/api\//],
        // Pages not in the list above and services are kept once they have been opened: a device holds what its owner deals
        // with, not every service there is. Their names change with their content.
        runtimeCaching: [
          // What a telephone checks codes by without a network: the newest that was given, kept for when none is.
          {
            urlPattern: ({ url, sameOrigin }) => sameOrigin && url.pathname === '/api/trust',
            handler: 'NetworkFirst',
            options: { cacheName: 'trust', networkTimeoutSeconds: 5, expiration: { maxEntries: 1 } },
          },
          {
            urlPattern: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
            handler: 'CacheFirst',
            options: { cacheName: KEPT_FILES, expiration: { maxEntries: 200 } },
          },
        ],
      },
    }),
  ];
};
