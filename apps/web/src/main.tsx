import '@zhitongche/ui/tokens.css';
import '@zhitongche/ui/base.css';
import '@zhitongche/ui/layout.css';
import '@zhitongche/ui/input.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components';
import {
  atVisit,
  watchHands,
  queryClient,
  session,
  forgetDevice,
  own,
  rights,
} from '@zhitongche/contract/web';
import { CitedRule } from '@zhitongche/register/web';
import { RuleName, speakBoth, useShared } from '@zhitongche/ui';
import { CASE_KEYS, INBOX_KEYS } from '@zhitongche/case/web';
import { addKeys, startAppearance } from '@zhitongche/shell/web';
import { helpOlderBrowsers } from './app/older-browsers.ts';
import {
  leadToCounter,
  leadToDuties,
  leadToMoney,
  leadToPassports,
  leadToQueue,
  leadToVoices,
} from './desk/ways.ts';
import { provideCatalogue } from './services.ts';
import { router } from './app/router.ts';
import { preload } from './app/preload.ts';
import { extendWithBudgets } from '@zhitongche/budget/web';
import { leadToIndicators } from '@zhitongche/indicator/web';
import { startServiceWorker } from './app/service-worker.ts';

if (atVisit) speakBoth();
provideCatalogue();
extendWithBudgets();
leadToIndicators();
leadToPassports();
leadToMoney();
leadToDuties();
leadToCounter();
leadToQueue();
leadToVoices();
addKeys({ title: '收件箱', keys: INBOX_KEYS });
addKeys({ title: '办件页', keys: CASE_KEYS });
preload(location.pathname.replace(/^\/visit(?=\/|$)/, ''));
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

/** What lists and dates say by themselves, in the language of the page. */
const Spoken = ({ children }: { readonly children: ReactNode }) => {
  const { language } = useShared();
  return <I18nProvider locale={language === 'zh' ? 'zh-CN' : 'en-US'}>{children}</I18nProvider>;
};

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Spoken>
        <QueryClientProvider client={queryClient}>
          <RuleName value={CitedRule}>
            <RouterProvider router={router} />
          </RuleName>
        </QueryClientProvider>
      </Spoken>
    </StrictMode>,
  );
