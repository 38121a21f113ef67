import { mkdir, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { Compile } from 'typebox/compile';
import { type Disclosure, reconcile, unsoundCells } from '@zhitongche/budget';
import { DisclosureShape } from '@zhitongche/contract';
import { BOM, dataFiles, typeset } from '@zhitongche/budget/server';
import { bytesOf, type CommandIo, pathOf, why } from './command-io.ts';

const formats = ['xlsx', 'docx', 'pdf', 'csv', 'json'] as const;
const shape = Compile(DisclosureShape);

/** `budget write <model.json> --format …`: a model, or the report of `budget read --json`, as the files an office publishes. */
export async function write(args: readonly string[], io: CommandIo): Promise<number> {
  const option = (name: string) => {
    const at = args.indexOf(name);
    return at < 0 ? undefined : args[at + 1];
  };
  const format = formats.find((own) => own === option('--format'));
  const [file] = args;
  if (file === undefined || file.startsWith('--') || format === undefined) {
    io.err('用法：budget write <模型.json> --format xlsx|docx|pdf|csv|json [--out <文件或文件夹>]');
    return 2;
  }
  const model = await modelOf(file);
  if (typeof model === 'string') {
    io.err(model);
    return 1;
  }
  const unsound = unsoundCells(model);
  if (unsound.length > 0) {
    io.err(
      unsound
        .map(({ sheet, row, column, message }) => `${sheet} 第${row + 1}行第${column + 1}格：${message}`)
        .join('\n'),
    );
    return 1;
  }
  const out = pathOf(
    option('--out') ?? `${basename(file, extname(file))}${format === 'csv' ? '' : `.${format}`}`,
  );
  try {
    const made = await make(format, model, out);
    io.out(made.join('\n'));
    return 0;
  } catch (error) {
    io.err(error instanceof Refused ? error.message : `写不成 ${out}：${why(error)}`);
    return 1;
  }
}

class Refused extends Error {}

async function make(format: (typeof formats)[number], model: Disclosure, out: string): Promise<string[]> {
  if (format === 'csv') {
    await mkdir(out, { recursive: true });
    const files = [...dataFiles(model, reconcile(model))];
    for (const [name, { text }] of files) await writeFile(join(out, name), BOM + text);
    return files.map(([name]) => join(out, name));
  }
  if (format === 'json') await writeFile(out, `${JSON.stringify(model, null, 2)}\n`);
  else {
    const made = await typeset(format, model);
    if (!made.ok) throw new Refused(made.message);
    await writeFile(out, made.bytes);
  }
  return [out];
}

/** The model a file holds, bare or within a report, or what is wrong with the file. */
export async function modelOf(file: string): Promise<Disclosure | string> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(await bytesOf(file)));
  } catch (error) {
    return error instanceof SyntaxError ? `${file} 不是 JSON。` : `打不开文件 ${file}：${why(error)}`;
  }
  const model = typeof value === 'object' && value !== null && 'model' in value ? value.model : value;
  if (shape.Check(model)) return model;
  const [first] = shape.Errors(model);
  return `${file} 里没有 budget read --json 给出的模型${first === undefined ? '' : `（${first.instancePath}）`}。`;
}
