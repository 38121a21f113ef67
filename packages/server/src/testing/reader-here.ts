import { readHere } from '../reader/read-here.ts';
import type { Reader, SentFile } from '../ports/reader.ts';
import type { ReadName, ReadTasks } from '../ports/read-tasks.ts';
import type { ReadTask } from '../reader/read-task.ts';

/** Reads without a thread: for tests of what is read, not of what reading may cost. */
export const readerHere: Reader = {
  async read<N extends ReadName>(what: N, file: SentFile, task: ReadTasks[N]['task']) {
    const whole = { ...task, do: what, bytes: await file.bytes() } as unknown as ReadTask;
    return await readHere(whole);
  },
};
