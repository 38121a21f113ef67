import { bareJpeg } from '@zhitongche/formats';
import { inspect } from '../inspect.ts';
import { readSheets } from '../sheet.ts';
import { readPaper } from './read-paper.ts';
import type { ReadDone, ReadTask } from './read-task.ts';

/** Reads a file where it is called: in the reader's thread, and in tests of what reading gives. */
export async function readHere(task: ReadTask): Promise<ReadDone> {
  switch (task.do) {
    case 'inspect':
      return await inspect(task.name, task.bytes);
    case 'sheets':
      return await readSheets(task.name, task.bytes);
    case 'photo':
      return bareJpeg(task.bytes);
    case 'paper':
      return readPaper(task.bytes, task.certificates);
    default:
      return task satisfies never;
  }
}
