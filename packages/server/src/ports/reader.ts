import type { ReadName, ReadTasks } from '../ports/read-tasks.ts';

/** A file as somebody sent it; its bytes are fetched when its turn to be read has come. */
export interface SentFile {
  bytes(): Promise<Uint8Array>;
}

/**
 * The only way into a file somebody sent. Whatever the file holds, reading it holds up nobody else and ends: a file that
 * takes more time or memory than it may is a refusal (422 `file.too-complex`), too many at once a request to come again (503).
 */
export interface Reader {
  read<N extends ReadName>(
    what: N,
    file: SentFile,
    task: ReadTasks[N]['task'],
    /** Whose file it is, an account or an address: those of one sender wait for those of the others. */
    from: string,
  ): Promise<ReadTasks[N]['done']>;
}
