import '@zhitongche/ui/tokens.css';
import '@zhitongche/ui/base.css';
import '@zhitongche/ui/layout.css';
import '@zhitongche/ui/input.css';
import { queryClient } from '@zhitongche/contract/web';
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { toy } from '../../model/testing/toy-service.ts';
import { ActDialog } from '../act/ActDialog.tsx';
import type { CaseShell } from '../case/shell.ts';
import { offer, viewWith } from './sample-case.ts';

const asked = new URLSearchParams(location.search);
const shell: CaseShell = asked.get('shell') === 'hall' ? 'hall' : 'desk';
const [act = '', opinion = 'optional'] = (asked.get('act') ?? '').split(':');

const offered = offer(act, {
  label: asked.get('label') ?? act,
  opinion: opinion === 'required' ? 'required' : 'optional',
  primary: true,
});
const view = viewWith([offered]);

/** The dialog of the act asked for in the address, and what became of it. */
const Page = () => {
  const [end, setEnd] = useState('');
  const [renewed, setRenewed] = useState(0);
  return (
    <>
      {end === '' ? (
        <ActDialog
          act={offered}
          view={view}
          service={toy}
          shell={shell}
          gone={false}
          onTaken={(after) => setEnd(after ? '已办' : '存在本机')}
          onRenew={async () => setRenewed((n) => n + 1)}
          onClose={() => setEnd('没有办')}
        />
      ) : null}
      <output id="end">{end}</output>
      <output id="renewed">{renewed}</output>
    </>
  );
};

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <QueryClientProvider client={queryClient}>
      <Suspense>
        <Page />
      </Suspense>
    </QueryClientProvider>,
  );
