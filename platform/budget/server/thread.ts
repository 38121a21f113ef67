import { parentPort, workerData } from 'node:worker_threads';
import { type Disclosure, type Finding, type Line, readDisclosure } from '@zhitongche/budget';
import { characterMaps } from './character-maps.ts';
import type { PrintedLine, ReadOutcome, ThreadTask, ThreadWord } from './thread-task.ts';
import { typeset, type TypesetFormat } from './typeset.ts';

/** Lines kept for showing; a real disclosure has some four thousand. */
const MOST_LINES = 20_000;
/** Lines after which a file is certainly not one department's budget; reading on would only cost time. */
const TOO_MANY_LINES = 100_000;
/** Bytes of model and findings a save may carry; a real disclosure takes some sixty thousand. */
const LARGEST_RESULT = 1_500_000;

const say = (word: ThreadWord): void => parentPort?.postMessage(word);

async function read(name: string, bytes: Uint8Array): Promise<ReadOutcome> {
  const lines: PrintedLine[] = [];
  let seen = 0;
  const cMapUrl = characterMaps();
  try {
    const reading = await readDisclosure(
      { name, bytes },
      {
        onProgress: ({ share }) => say({ word: 'share', share }),
        onLine: (line) => {
          seen += 1;
          if (seen > TOO_MANY_LINES) throw new TooMuch();
          if (seen <= MOST_LINES) lines.push(printed(line));
        },
        ...(cMapUrl === undefined ? {} : { cMapUrl }),
      },
    );
    if (!reading.ok) return reading;
    const { kind, encoding, model, findings } = reading;
    const result = storable({ kind, encoding, model, findings });
    if (Buffer.byteLength(result) > LARGEST_RESULT) return { ok: false, findings: [tooMuch] };
    return { ok: true, result, lines: storable({ lines, cut: seen > MOST_LINES }) };
  } catch (error) {
    if (error instanceof TooMuch) return { ok: false, findings: [tooMuch] };
    throw error;
  }
}

class TooMuch extends Error {}

const tooMuch: Finding = {
  kind: 'unread',
  place: {},
  at: '全文',
  subject: '整个文件',
  owner: null,
  raw: '',
  message: '文件内容远多于一个部门一年的预算，没有保存读取结果。',
  en: 'The file holds far more than one department’s budget of one year; nothing was kept.',
  advice: '请按部门拆分后分别读取。',
};

const printed = ({ place, cells, cellLines }: Line): PrintedLine => ({
  place,
  cells: cells.map((cell) => cell.slice(0, 2000)),
  ...(cellLines === undefined ? {} : { lines: cellLines }),
});

/** JSON without what PostgreSQL cannot store: NUL and halves of surrogate pairs show as the replacement character. */
const storable = (value: unknown): string =>
  JSON.stringify(value, (_, own: unknown) =>
    typeof own === 'string' ? Buffer.from(own.replaceAll('\u0000', '\ufffd'), 'utf8').toString('utf8') : own,
  );

async function write(format: TypesetFormat, model: Disclosure): Promise<ThreadWord> {
  const made = await typeset(format, model);
  return made.ok
    ? { word: 'written', bytes: made.bytes }
    : { word: 'refused', message: made.message, en: made.en };
}

const task: ThreadTask = workerData;
if (task.do === 'read') say({ word: 'read', outcome: await read(task.name, task.bytes) });
else say(await write(task.format, task.model));
