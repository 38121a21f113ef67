import { readHere } from '../../../platform/file/server/reader/read-here.ts';
import type { Reader, SentFile, ReadName, ReadTasks } from '@zhitongche/core/server';
import type { ReadTask } from '../../../platform/file/server/reader/read-task.ts';

/** Reads without a thread: for tests of what is read, not of what reading may cost. */
export const readerHere: Reader = {
  async read<N extends ReadName>(what: N, file: SentFile, task: ReadTasks[N]['task']) {
    const whole = { ...task, do: what, bytes: await file.bytes() } as unknown as ReadTask;
    return await readHere(whole);
  },
};
