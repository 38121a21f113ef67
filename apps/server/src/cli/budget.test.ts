import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { budget } from './budget.ts';

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../../../platform/budget/fixtures/${name}`, import.meta.url));

async function call(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await budget(args, { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('budget read <file>', () => {
  test('with --json prints one object with the model, the spots to look at and the reconciliation, and nothing else', async () => {
    const { code, out, err } = await call('read', fixture('shanxi-fao-2024.txt'), '--json');
    const report = JSON.parse(out);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(Object.keys(report)).toEqual([
      'file',
      'kind',
      'encoding',
      'problem',
      'model',
      'goals',
      'unread',
      'counts',
      'reconciliation',
    ]);
    expect(report.problem).toBeNull();
    expect(report.counts.unread).toBe(
      report.unread.filter((own: { kind: string }) => own.kind === 'unread').length,
    );
    expect(report.model.tables).toHaveLength(13);
    expect(report.reconciliation.counts['does-not-hold']).toBe(2);
  });

  test('without it says in words what does not hold', async () => {
    const { code, out } = await call('read', fixture('hebei-fao-2024.txt'));
    expect(code).toBe(0);
    expect(out).toContain('191.43 = 217.41，差-25.98');
  });

  test('a missing file and a wrong call say what to do', async () => {
    expect(await call('read', fixture('absent.txt'))).toMatchObject({ code: 1, out: '' });
    expect((await call()).err).toContain('用法');
    expect((await call('read')).code).toBe(2);
    expect((await call('read', '--jsno', fixture('absent.txt'))).code).toBe(2);
  });

  test('with --json whatever cannot be read is one object too, with the reason and exit code 1', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'budget-cli-'));
    const put = (name: string, bytes: Uint8Array | string) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    };
    const noise = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3)) & 0xff);
    for (const [file, reason] of [
      [join(folder, 'absent.txt'), '没有这个文件'],
      [folder, '这是文件夹'],
      [put('picture.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...noise])), '不是文本'],
      [put('old.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...noise])), '旧版'],
      [put('empty.txt', ''), '没有认得的预算表'],
      [put('letter.txt', '各位同事：\n请于12月底前报送。\n'), '没有认得的预算表'],
      [put('cut.pdf', '%PDF-1.7 cut'), 'PDF 打不开'],
    ] as const) {
      const { code, out, err } = await call('read', file, '--json');
      expect([code, err], file).toEqual([1, '']);
      expect(JSON.parse(out).problem, file).toContain(reason);
    }
    rmSync(folder, { recursive: true });
  });
});

describe('budget write <model.json>', () => {
  test('there and back: the report of a reading becomes Excel, Word, PDF and JSON that read as the same model', {
    timeout: 120_000,
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'budget-cli-'));
    const { out } = await call('read', fixture('shijiazhuang-fao-2024.txt'), '--json');
    const report = join(folder, 'report.json');
    writeFileSync(report, out);
    for (const format of ['xlsx', 'docx', 'pdf']) {
      const file = join(folder, `made.${format}`);
      expect(await call('write', report, '--format', format, '--out', file)).toEqual({
        code: 0,
        out: file,
        err: '',
      });
      expect(JSON.parse((await call('read', file, '--json')).out).model, format).toEqual(
        JSON.parse(out).model,
      );
    }
    const model = join(folder, 'model.json');
    await call('write', report, '--format', 'json', '--out', model);
    expect(JSON.parse(readFileSync(model, 'utf8'))).toEqual(JSON.parse(out).model);
    const { out: files } = await call('write', model, '--format', 'csv', '--out', join(folder, 'data'));
    expect(files.split('\n').map((file) => basename(file))).toEqual(['indicators.csv', 'checks.csv']);
    rmSync(folder, { recursive: true });
  });

  test('what is no model, and figures no arithmetic could take, are refused in words', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'budget-cli-'));
    const file = join(folder, 'model.json');
    const answer = async (text: string) => {
      writeFileSync(file, text);
      const { code, err } = await call('write', file, '--format', 'xlsx', '--out', join(folder, 'x.xlsx'));
      return `${code} ${err}`;
    };
    expect(await answer('{')).toContain('不是 JSON');
    expect(await answer('{"tables":1}')).toContain('1 ');
    expect(await answer('[]')).toContain('没有 budget read --json 给出的模型');
    const { model } = JSON.parse((await call('read', fixture('shanxi-fao-2024.txt'), '--json')).out);
    model.tables[0].rows[0][1] = '四千';
    expect(await answer(JSON.stringify(model))).toContain('“四千”不是数字');
    expect((await call('write', file)).code).toBe(2);
    rmSync(folder, { recursive: true });
  });
});

describe('budget explain <model.json>', () => {
  test('says in words what the tables hold, as the office itself published it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ztc-explain-'));
    const model = join(folder, 'model.json');
    writeFileSync(model, (await call('read', fixture('hebei-fao-2024.txt'), '--json')).out);
    const { code, out } = await call('explain', model);
    expect(code).toBe(0);
    const published = readFileSync(fixture('hebei-fao-2024.txt'), 'utf8');
    for (const figure of [
      '5755.85万元',
      '3547.62万元',
      '2896.01万元',
      '651.61万元',
      '2208.23万元',
      '441.14万元',
    ]) {
      expect(published).toContain(figure);
      expect(out).toContain(figure);
    }
    // Against itself nothing has changed; the reason of no change is still a person’s to give.
    const same = await call('explain', model, '--last-year', model);
    expect(same.out).toContain('与上年持平');
    expect(same.err).toContain('比上年增减的主要原因');
    expect((await call('explain', model, '--operating', 'guessed')).code).toBe(2);
    expect((await call('explain', join(folder, 'absent.json'))).code).toBe(1);
    rmSync(folder, { recursive: true });
  });
});
