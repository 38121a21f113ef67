import '@zhitongche/ui/tokens.css';
import '@zhitongche/ui/base.css';
import '@zhitongche/ui/layout.css';
import '@zhitongche/ui/input.css';
import { emptyState } from '@zhitongche/case';
import type { CaseView, OpenActShape } from '@zhitongche/contract';
import { queryClient } from '@zhitongche/contract/web';
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { toy } from '../../model/testing/toy-service.ts';
import { ActDialog } from '../act/ActDialog.tsx';
import type { CaseShell } from '../case/shell.ts';

const asked = new URLSearchParams(location.search);
const shell: CaseShell = asked.get('shell') === 'hall' ? 'hall' : 'desk';
const [act = '', opinion = 'optional'] = (asked.get('act') ?? '').split(':');

const offered: OpenActShape = {
  act,
  kind: act,
  label: asked.get('label') ?? act,
  en: act,
  step: 'window',
  seat: 'seat-1',
  opinion: opinion === 'required' ? 'required' : 'optional',
  form: null,
  faults: [],
  steps: [],
  primary: true,
  danger: false,
  behalf: null,
};
const view: CaseView = {
  row: {
    id: 'case-1',
    number: '2026-000001',
    service: 'toy',
    serviceName: '活动',
    title: '友好城市座谈会',
    unit: '某某单位',
    unitId: 'unit',
    applicant: '柯采薇',
    status: 'running',
    step: 'window',
    stepTitle: '窗口受理',
    turn: ['窗口'],
    facts: [],
    round: 1,
    due: null,
    daysLeft: null,
    light: 'grey',
    paused: '',
    submittedAt: null,
    updatedAt: '2026-03-02T01:00:00.000Z',
    revision: 7,
    seat: 'seat-1',
    flags: [],
  },
  version: 1,
  brief: null,
  state: { ...emptyState, status: 'running', step: 'window', round: 1, answers: { title: '友好城市座谈会' } },
  draft: null,
  acts: [offered],
  timeline: [],
  orgs: {},
  clearance: 'open',
  masked: [],
  papers: [],
  timers: [],
  strands: [],
  held: [],
  payOnline: false,
  links: [],
  opens: [],
  linkable: [],
  problems: [],
};

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
