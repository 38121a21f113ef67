import { serveThread } from '@zhitongche/host';
import { readHere } from './read-here.ts';
import type { ReadDone, ReadTask } from './read-task.ts';

serveThread<ReadTask, ReadDone>(readHere);
