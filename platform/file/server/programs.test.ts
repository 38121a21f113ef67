import { deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { inspect } from './inspect.ts';

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const pdfOf = (...objects: readonly (string | Buffer)[]): Uint8Array =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...objects.flatMap((body, index) => [
      Buffer.from(`${index + 1} 0 obj\n`),
      typeof body === 'string' ? Buffer.from(body, 'latin1') : body,
      Buffer.from('\nendobj\n'),
    ]),
    Buffer.from('trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n'),
  ]);
const packed = (text: string, filter = '/FlateDecode'): Buffer => {
  const body = deflateSync(Buffer.from(text, 'latin1'));
  const head = `<</Type/ObjStm/N 1/First 4/Filter${filter}/Length ${body.length}>>\nstream\n`;
  return Buffer.concat([Buffer.from(head), body, Buffer.from('\nendstream')]);
};
const codes = async (name: string, bytes: Uint8Array): Promise<readonly string[]> => {
  const judged = await inspect(name, bytes);
  return judged.ok ? [] : judged.problems.map((one) => one.code);
};

describe('a PDF that acts by itself is not taken', () => {
  test.each([
    ['JavaScript run at opening', pdfOf('<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>')],
    ['JavaScript behind a button', pdfOf('<</Type/Catalog>>', '<</A<</S /JavaScript /JS 3 0 R>>>>')],
    ['a name written with escapes', pdfOf('<</Type/Catalog/Names<</J#61vaScript 2 0 R>>>>')],
    ['a program to start', pdfOf('<</Type/Catalog>>', '<</S/Launch/F(cmd.exe)>>')],
    ['an address opened at opening', pdfOf('<</Type/Catalog/OpenAction 2 0 R>>', '<</S/URI/URI(http://x)>>')],
    ['an opening action that is not there', pdfOf('<</Type/Catalog/OpenAction 9 0 R>>')],
    ['JavaScript in a packed object', pdfOf('<</Type/Catalog>>', packed('3 0 <</S/JavaScript/JS(1)>>'))],
    ['a form that sends itself', pdfOf('<</Type/Catalog>>', packed('3 0 <</S/SubmitForm/F(http://x)>>'))],
  ])('%s', async (_what, bytes) => {
    expect(await codes('a.pdf', bytes)).toEqual(['file.active']);
  });

  test.each([
    ['a password', pdfOf('<</Type/Catalog/Encrypt 2 0 R>>')],
    ['objects packed in a way nobody can check', pdfOf('<</Type/Catalog>>', packed('x', '/LZWDecode'))],
    [
      'packed objects that are damaged',
      pdfOf('<</Type/Catalog>>', '<</Type/ObjStm/Filter/FlateDecode>>\nstream\nxxxxxxxx\nendstream'),
    ],
  ])('nor one that cannot be checked: %s', async (_what, bytes) => {
    expect(await codes('a.pdf', bytes)).toEqual(['file.type']);
  });

  test('nor one whose packed objects would fill the memory', async () => {
    const bytes = pdfOf('<</Type/Catalog>>', packed(' '.repeat(120 * 1024 * 1024)));
    expect(await codes('a.pdf', bytes)).toEqual(['file.bomb']);
  });

  test.each([
    ['a page to begin at', pdfOf('<</Type/Catalog/OpenAction[2 0 R/XYZ null null 0]>>')],
    ['a jump within the file', pdfOf('<</Type/Catalog/OpenAction 2 0 R>>', '<</S/GoTo/D[3 0 R/Fit]>>')],
    ['a packed jump', pdfOf('<</Type/Catalog/OpenAction 3 0 R>>', packed('3 0 <</S/GoTo/D[3 0 R/Fit]>>'))],
    ['a link to click', pdfOf('<</Type/Catalog>>', '<</A<</S/URI/URI(http://x)>>>>')],
  ])('an ordinary one is: %s', async (_what, bytes) => {
    expect(await codes('a.pdf', bytes)).toEqual([]);
  });
});

describe('an archive that holds programs is not taken', () => {
  const exe = latin('MZ\x90\0');
  test.each([
    ['by name', { '材料/安装.exe': latin('x') }],
    ['by a name Windows reads otherwise', { 'a.bat. ': latin('x') }],
    ['by content', { '说明.txt': exe }],
    ['a script with an interpreter', { 说明: latin('#!/bin/sh\n') }],
    ['a shortcut', { '打开.lnk': latin('L') }],
    ['in an archive within', { 'b.zip': zipSync({ 'c.zip': zipSync({ 'a.exe': exe }) }) }],
    ['an archive nobody can look into', { 'b.rar': latin('Rar!\x1a\x07\x01\0') }],
    ['a document with macros', { 'b.docx': zipSync({ 'word/vbaProject.bin': latin('x') }) }],
    [
      'an old document with macros',
      {
        'b.doc': new Uint8Array([
          ...latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
          ...Buffer.from('_VBA_PROJECT', 'utf16le'),
        ]),
      },
    ],
  ])('%s', async (_what, entries) => {
    expect(await codes('a.zip', zipSync(entries))).toEqual(['file.active']);
  });

  test('nor a Word document with one inside', async () => {
    const bytes = zipSync({
      '[Content_Types].xml': latin('<Types/>'),
      'word/document.xml': latin('<w/>'),
      'word/embeddings/oleObject1.bin': latin('xxMZ\x90 This program cannot be run in DOS mode'),
    });
    expect(await codes('a.docx', bytes)).toEqual(['file.active']);
  });

  test('one of documents and pictures is', async () => {
    const inner = zipSync({ '[Content_Types].xml': latin('<Types/>'), 'word/document.xml': latin('<w/>') });
    expect(await codes('a.zip', zipSync({ 'a.docx': inner, '照片.jpg': latin('\xff\xd8\xff') }))).toEqual([]);
  });
});

describe('a document that fetches something when it is opened is not taken', () => {
  const TEMPLATE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate';
  const documentWith = (relationship: string, at = 'word/_rels/settings.xml.rels') =>
    zipSync({
      '[Content_Types].xml': latin('<Types/>'),
      'word/document.xml': latin('<w/>'),
      [at]: latin(`<Relationships>${relationship}</Relationships>`),
    });
  test.each([
    [
      'a template on the web',
      `<Relationship Id="r1" Type="${TEMPLATE}" Target="http://x/a.dotm" TargetMode="External"/>`,
    ],
    [
      'written in another order, with other quotes',
      `<Relationship TargetMode='External'\nTarget='https://x/a' Type='${TEMPLATE}'></Relationship>`,
    ],
    [
      'written with escapes',
      `<Relationship Type="${TEMPLATE.replace('T', '&#84;').replace('e', '&#x65;')}" Target="&#104;ttp://x" TargetMode="Externa&#108;"/>`,
    ],
    [
      'a template on another machine',
      `<Relationship Type="${TEMPLATE}" Target="\\\\host\\a.dotx" TargetMode="External"/>`,
    ],
    [
      'the same by its address',
      `<Relationship Type="${TEMPLATE}" Target="file://host/a.dotx" TargetMode="External"/>`,
    ],
    [
      'an object kept elsewhere',
      `<r:Relationship Type="x/oleObject" Target="mhtml:http://x!http://x/a" TargetMode="External"/>`,
    ],
  ])('%s', async (_what, relationship) => {
    expect(await codes('a.docx', documentWith(relationship))).toEqual(['file.active']);
  });

  test.each([
    [
      'a template of the own machine, as Word notes it',
      `<Relationship Type="${TEMPLATE}" Target="file:///C:\\Users\\a\\公文.dotx" TargetMode="External"/>`,
    ],
    ['a link to click', '<Relationship Type="x/hyperlink" Target="http://x" TargetMode="External"/>'],
    ['an object inside', '<Relationship Type="x/oleObject" Target="embeddings/http.bin"/>'],
  ])('an ordinary one is: %s', async (_what, relationship) => {
    expect(await codes('a.docx', documentWith(relationship))).toEqual([]);
  });
});
