import type { ReadName, ReadTasks } from '../ports/read-tasks.ts';

/** A task as it is handed to the thread. */
export type ReadTask = {
  readonly [N in ReadName]: ReadTasks[N]['task'] & { readonly do: N; readonly bytes: Uint8Array };
}[ReadName];
export type ReadDone = ReadTasks[ReadName]['done'];
