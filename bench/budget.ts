import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { readDisclosure, reconcile, disclosureDocument } from '@zhitongche/budget';
import { writeDocx } from '../platform/budget/model/write/docx.ts';
import { writePdf } from '../platform/budget/model/write/pdf.ts';
import { writeXlsx } from '../platform/budget/model/write/xlsx.ts';
import { loadFontBook } from '@zhitongche/typeset';

const sources = ['hebei-fao-2024', 'shanxi-fao-2024', 'shijiazhuang-fao-2024'] as const;
const allCopies = 1000;

interface Timing {
  /** Milliseconds: the middle of the runs, and the slowest. */
  readonly median: number;
  readonly slowest: number;
}

async function timed(runs: number, work: () => unknown): Promise<Timing> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { median: round(times[Math.floor(runs / 2)] ?? 0), slowest: round(times.at(-1) ?? 0) };
}

const round = (value: number) => Math.round(value * 100) / 100;
const megabytes = (bytes: number) => round(bytes / 1024 / 1024);

async function read(bytes: Uint8Array) {
  const reading = await readDisclosure({ name: 'bench', bytes });
  if (!reading.ok) throw new Error(reading.findings[0]?.message);
  return reading;
}

/** Resident memory the process holds more after reading one file. */
async function memoryOf(bytes: Uint8Array): Promise<number> {
  const before = process.memoryUsage().rss;
  const reading = await read(bytes);
  reconcile(reading.model, reading.findings);
  return megabytes(Math.max(0, process.memoryUsage().rss - before));
}

/** Speed and memory of reading and proving each published source in every format, and of 1,000 copies one after the other. */
export default async function budgetBench(args: readonly string[]): Promise<Record<string, unknown>> {
  const copies = Number(args[0] ?? allCopies);
  const book = await loadFontBook();
  if (!book.ok) throw new Error(book.problems[0]?.message);
  const fonts = {
    files: book.value.files,
    families: book.value.faces.song.chain.flatMap((font) => font.families),
  };
  const single: Record<string, unknown> = {};
  const texts = sources.map(
    (name) =>
      new Uint8Array(readFileSync(new URL(`../platform/budget/fixtures/${name}.txt`, import.meta.url))),
  );
  for (const [at, name] of sources.entries()) {
    const bytes = texts[at] ?? new Uint8Array();
    const reading = await read(bytes);
    const document = disclosureDocument(reading.model);
    const xlsx = writeXlsx(document);
    const docx = await writeDocx(document);
    const made = writePdf(document, fonts);
    if (!made.ok) throw new Error(made.detail);
    const pdf = made.bytes;
    single[name] = {
      kilobytes: round(bytes.length / 1024),
      readText: await timed(15, () => read(bytes)),
      readXlsx: await timed(7, () => read(xlsx)),
      readDocx: await timed(7, () => read(docx)),
      readPdf: await timed(5, () => read(pdf)),
      memoryMegabytes: {
        text: await memoryOf(bytes),
        xlsx: await memoryOf(xlsx),
        docx: await memoryOf(docx),
        pdf: await memoryOf(pdf),
      },
      reconcile: await timed(15, () => reconcile(reading.model, reading.findings)),
      writeXlsx: await timed(7, () => writeXlsx(document)),
      writeDocx: await timed(3, () => writeDocx(document)),
      writePdf: await timed(3, () => writePdf(document, fonts)),
      checks: reconcile(reading.model, reading.findings).counts,
    };
  }
  const before = process.memoryUsage().rss;
  let peak = before;
  let checks = 0;
  const start = performance.now();
  for (let copy = 0; copy < copies; copy += 1) {
    const reading = await read(texts[copy % texts.length] ?? new Uint8Array());
    checks += reconcile(reading.model, reading.findings).checks.length;
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  const seconds = (performance.now() - start) / 1000;
  return {
    single,
    thousandCopies: {
      copies,
      seconds: round(seconds),
      perSecond: round(copies / seconds),
      checks,
      rssBeforeMegabytes: megabytes(before),
      rssPeakMegabytes: megabytes(peak),
    },
  };
}
