import type { Block, PaperDoc } from '@zhitongche/base';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { approval, notice, opinion } from '../../test/samples.ts';
import { card, certificate } from '../../test/sheet-samples.ts';
import { toDocx } from './to-docx.ts';

async function partsOf(doc: PaperDoc): Promise<Record<string, string>> {
  const result = await toDocx(doc);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return Object.fromEntries(
    Object.entries(unzipSync(result.value)).map(([name, data]) => [name, strFromU8(data)]),
  );
}

const bodyOf = async (doc: PaperDoc) => (await partsOf(doc))['word/document.xml'] ?? '';
const textOf = (xml: string) => xml.replace(/<[^>]+>/g, '');
// Twentieths of a point per millimetre.
const twip = (millimetres: number) => (millimetres / 25.4) * 72 * 20;
const paper = (...blocks: Block[]): PaperDoc => ({ ...notice, blocks });

describe('the editable Word file of a paper', () => {
  it('has the sheet and margins of GB/T 9704-2012', async () => {
    const xml = await bodyOf(notice);
    const at = (name: string) => Number(new RegExp(`<w:pg(?:Sz|Mar)[^>]*w:${name}="(\\d+)"`).exec(xml)?.[1]);
    for (const [name, millimetres] of Object.entries({
      w: 210,
      h: 297,
      top: 37,
      bottom: 35,
      left: 28,
      right: 26,
    })) {
      expect(Math.abs(at(name) - twip(millimetres))).toBeLessThan(1);
    }
  });

  it('is bound at the left of odd pages and at the right of even ones, like the paper', async () => {
    const settings = (await partsOf(notice))['word/settings.xml'] ?? '';
    // The order of the schema: a reader may refuse a file whose settings stand elsewhere.
    expect(settings).toMatch(
      /<w:settings[^>]*>(?:(?!<w:evenAndOddHeaders)[^])*<w:mirrorMargins\/>[^]*<w:evenAndOddHeaders/,
    );
  });

  it('has the page number of a list on its side at the left edge, turned', async () => {
    const parts = await partsOf(approval);
    const feet = Object.entries(parts).filter(([name]) => /word\/footer\d/.test(name));
    const turned = feet.filter(([, xml]) => xml.includes('<w:textDirection w:val="tbRl"/>'));
    // One for odd pages and one for even.
    expect(turned).toHaveLength(2);
    for (const [, xml] of turned) expect(xml).toMatch(/<w:tblpPr[^>]*w:horzAnchor="page"/);
  });

  it('sets the body in 16 pt 仿宋, the title in 22 pt 小标宋, headings in 黑体 and 楷体', async () => {
    const xml = await bodyOf(notice);
    const run = (text: string) => xml.split('<w:r>').find((each) => each.includes(text)) ?? '';
    expect(run('根据任务批件')).toMatch(/eastAsia="仿宋_GB2312"/);
    expect(run('根据任务批件')).toMatch(/<w:sz w:val="32"\/>/);
    expect(run('因公临时出国任务通知书')).toMatch(/eastAsia="方正小标宋简体"/);
    expect(run('因公临时出国任务通知书')).toMatch(/<w:sz w:val="44"\/>/);
    expect(run('一、批准事项')).toMatch(/eastAsia="黑体"/);
    expect(run('（一）时间与路线')).toMatch(/eastAsia="楷体_GB2312"/);
  });

  it('gives every body line 1/22 of the type area, never more', async () => {
    const heights = [...(await bodyOf(notice)).matchAll(/w:line="(\d+)" w:lineRule="exact"/g)].map((match) =>
      Number(match[1]),
    );
    expect(heights.filter((height) => height === Math.floor(twip(225) / 22)).length).toBeGreaterThan(10);
  });

  it('uses the names of the fonts the office has', async () => {
    const result = await toDocx(notice, {
      fangsong: 'FangSong',
      xiaobiaosong: 'STZhongsong',
      hei: 'SimHei',
      kai: 'KaiTi',
      song: 'SimSun',
    });
    if (!result.ok) throw new Error('refused');
    const xml = strFromU8(unzipSync(result.value)['word/document.xml'] ?? new Uint8Array(0));
    expect(xml).toContain('eastAsia="FangSong"');
    expect(xml).not.toContain('GB2312');
  });

  it('says everything the paper says', async () => {
    const said = textOf(await bodyOf(approval));
    for (const words of [
      '燕外出字〔2026〕15号',
      '附件1',
      '孙䶮',
      '省委外办，省财政厅',
      '2026年11月5日印发',
      '（此件公开方式：依申请公开）',
    ]) {
      expect(said).toContain(words);
    }
  });

  it('turns the sheet for a list on its side and repeats its header', async () => {
    const xml = await bodyOf(approval);
    expect(xml).toContain('w:orient="landscape"');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  });

  it('keeps merged boxes merged', async () => {
    const xml = await bodyOf(opinion);
    expect(xml).toContain('<w:gridSpan w:val="3"/>');
    expect(xml).toContain('<w:vMerge w:val="restart"/>');
  });

  it('keeps the sum of a table with two rows above it', async () => {
    const rows = ['住宿费', '伙食费', '公杂费', '合计'].map((name) => [name, '1.00']);
    const xml = await bodyOf({ ...notice, blocks: [{ kind: 'table', widths: [1, 1], rows, total: true }] });
    const keeps = xml
      .split('<w:tr>')
      .slice(1)
      .map((row) => row.includes('<w:keepNext/>'));
    expect(keeps).toEqual([false, true, true, false]);
  });

  it('carries neither seal nor codes, and says that it proves nothing', async () => {
    const seal = { format: 'png', data: new Uint8Array([1]), widthMm: 42, heightMm: 42 } as const;
    const sealed = paper(
      { kind: 'signature', offices: ['燕北省外办'], date: '2026-11-05', seal },
      ...notice.blocks.slice(-1),
    );
    const parts = await partsOf(sealed);
    expect(Object.keys(parts).filter((name) => name.includes('media'))).toEqual([]);
    expect(textOf(parts['word/document.xml'] ?? '')).not.toContain('7K3D');
    expect(textOf(parts['word/document.xml'] ?? '')).toContain('可编辑稿');
  });

  it('prints markup of its writer as plain text', async () => {
    expect(await bodyOf(paper({ kind: 'paragraph', text: '<w:p/> & "引号"' }))).toContain(
      '&lt;w:p/&gt; &amp;',
    );
  });

  it('is refused with reasons when the paper cannot be one', async () => {
    const result = await toDocx(
      paper(
        { kind: 'paragraph', text: '张\u0007三\u202e' },
        { kind: 'signature', offices: ['外办'], date: '今天' },
      ),
    );
    expect(result.ok).toBe(false);
    expect(result.ok ? [] : result.problems.map((problem) => problem.code)).toEqual([
      'paper.missing-glyph',
      'paper.missing-glyph',
      'paper.date',
    ]);
  });
});

describe('the Word form of a sheet of another size', () => {
  it('is a page of that size whose words stand where the PDF has them', async () => {
    const xml = await bodyOf(certificate);
    expect(Number(/<w:pgSz[^>]*w:w="(\d+)"/.exec(xml)?.[1])).toBeCloseTo(twip(100), -1);
    const name = xml.split('<w:p>').find((each) => each.includes('林㛃')) ?? '';
    const frame = /<w:framePr[^>]*>/.exec(name)?.[0] ?? '';
    expect(frame).toContain('w:hAnchor="page"');
    expect(Number(/w:x="(\d+)"/.exec(frame)?.[1])).toBeCloseTo(twip(8), -1);
    expect(textOf(xml)).toContain('Certificat de réussite');
    // Like every editable file it carries no code.
    expect(xml).not.toContain('<w:drawing>');
  });

  it('is refused for a card, in plain words', async () => {
    const made = await toDocx(card);
    expect(made).toMatchObject({ ok: false, problems: [{ code: 'paper.no-word-form' }] });
  });
});
