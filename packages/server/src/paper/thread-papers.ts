import type { FontConfig } from '@zhitongche/papers';
import { keepThread, type KeptOptions } from '../thread/kept-thread.ts';
import type { PaperMaker } from '../ports/paper-maker.ts';
import type { PaperDone, PaperTask, PaperThreadData } from './thread-task.ts';

const LIMITS: Omit<KeptOptions, 'data'> = {
  // The longest roster takes two or three on a slow machine.
  seconds: 120,
  // For laying out; fonts and finished pages lie outside of them.
  megabytes: 512,
  // A process asks for two at once, a seeding for some more.
  most: 64,
};

/** A paper maker whose thread can be stopped. */
export interface ThreadPapers extends PaperMaker {
  stop(): Promise<void>;
}

/** Papers made by one thread beside the one that answers requests: layout, Word file and signature all but the key's own work. */
export function threadPapers(fonts?: FontConfig, limits: Partial<typeof LIMITS> = {}): ThreadPapers {
  const data: PaperThreadData = { fonts: fonts ?? null };
  const thread = keepThread<PaperTask, PaperDone, Uint8Array, Uint8Array>('paper-thread', {
    data,
    ...LIMITS,
    ...limits,
  });
  return {
    async ready() {
      const answer = await thread.ask({ do: 'ready' });
      return answer.ok ? { ok: true, value: null } : answer;
    },
    async make(doc, { signer, ...wish }) {
      const task: PaperTask = { do: 'make', doc, wish, certificate: signer?.certificate ?? null };
      const made = await thread.ask(task, async (data) => {
        if (!signer) throw new Error('A signature was asked for on a paper that carries none');
        return await signer.sign(data);
      });
      if (!made.ok) return made;
      if (!made.value) throw new Error('The paper thread gave no paper');
      return { ok: true, value: made.value };
    },
    stop: () => thread.stop(),
  };
}
