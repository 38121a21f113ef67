import './ui/tokens.css';
import './ui/base.css';
import './ui/layout.css';
import './ui/input.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components';
import { watchHands } from './api/hands.ts';
import { queryClient } from './api/query-client.ts';
import { session } from './api/session.ts';
import { startAppearance } from './app/appearance.ts';
import { helpOlderBrowsers } from './app/older-browsers.ts';
import { router } from './app/router.ts';
import { warm } from './app/warm.ts';
import { extendWithBudgets } from './budget/extend.ts';
import { forgetDevice } from './offline/forget-device.ts';
import { own } from './offline/own-store.ts';
import { rights } from './offline/rights.ts';
import { startServiceWorker } from './app/service-worker.ts';

extendWithBudgets();
warm(location.pathname);
helpOlderBrowsers();
startAppearance();
startServiceWorker();
watchHands();
own.sweep();
session.onAnswered(rights.heard);
session.onStranger(() => void forgetDevice(false));
// Another's session has nothing to do with what this page holds in its memory.
session.onOther(() => location.reload());
session.onEnded(() => {
  queryClient.clear();
  void router.invalidate();
});

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <I18nProvider locale="zh-CN">
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>,
  );
