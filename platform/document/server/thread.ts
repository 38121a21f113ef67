import { workerData } from 'node:worker_threads';
import { serveThread } from '@zhitongche/host';
import { makePapers } from './paper-maker.ts';
import type { PaperDone, PaperTask, PaperThreadData } from './thread-task.ts';

const { fonts }: PaperThreadData = workerData;
const papers = makePapers(fonts ?? undefined);

serveThread<PaperTask, PaperDone, Uint8Array, Uint8Array>(async (task, sign) => {
  if (task.do === 'ready') return await papers.ready();
  const { doc, wish, certificate } = task;
  return await papers.make(doc, { ...wish, signer: certificate ? { certificate, sign } : null });
});
