import { parentPort } from 'node:worker_threads';
import type { FromThread, ToThread } from './kept-words.ts';

/** The thread's side of `keepThread`: does each task it is handed; `ask` puts a question about it to whoever handed it over. */
export function serveThread<Task, Done, Question = never, Reply = never>(
  work: (task: Task, ask: (question: Question) => Promise<Reply>) => Promise<Done>,
): void {
  const questions = new Map<number, (reply: unknown) => void>();
  let last = 0;
  const say = (word: FromThread): void => parentPort?.postMessage(word);
  parentPort?.on('message', (word: ToThread) => {
    if ('reply' in word) {
      questions.get(word.reply)?.(word.of);
      questions.delete(word.reply);
      return;
    }
    const ask = (of: Question): Promise<Reply> =>
      new Promise((resolve) => {
        last += 1;
        questions.set(last, (reply) => resolve(reply as Reply));
        say({ question: last, task: word.task, of });
      });
    work(word.of as Task, ask).then(
      (of) => say({ done: word.task, of }),
      (error: unknown) =>
        say({
          fault: word.task,
          name: error instanceof Error ? error.name : 'Error',
          message: error instanceof Error ? error.message : String(error),
        }),
    );
  });
}
