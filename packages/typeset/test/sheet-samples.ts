import type { Block, PaperDoc, SheetSize } from '@zhitongche/base';
import { ID1_CARD } from '@zhitongche/base';
import { TD3_PAGE } from '../../base/src/sheet.ts';
import { labelled } from '@zhitongche/base';
import { mrzLines } from '../../formats/src/mrz.ts';

/** As much as a signed code carries: an address and 260 bytes in Base32. */
export const CODE = `HTTPS://WAIBAN.EXAMPLE.GOV.CN/Q/${'K7QM3DXP9HWT2ABCDEFGJNRSUVYZ4568'.repeat(10)}`;

const sheetOf = (name: string, sheet: SheetSize, faces: readonly Block[]): PaperDoc => ({
  kind: 'sheet',
  name,
  issuer: '燕北省人民政府外事办公室',
  issuedOn: '2026-11-05',
  sheet,
  blocks: faces,
});

/** A square certificate of 100 mm in Chinese, English and French, numbered fields and a signed code. */
export const certificate = sheetOf('证书', { widthMm: 100, heightMm: 100 }, [
  {
    kind: 'face',
    boxes: [
      { kind: 'frame', x: 3, y: 3, width: 94, height: 94, colour: '#8a6d1f', weight: 0.5 },
      {
        kind: 'text',
        x: 8,
        y: 6,
        width: 84,
        height: 8,
        text: '培训合格证书',
        size: 16,
        face: 'xiaobiaosong',
        align: 'center',
      },
      {
        kind: 'text',
        x: 8,
        y: 14,
        width: 84,
        height: 5,
        text: 'Certificat de réussite',
        size: 9,
        lang: 'fr',
        align: 'center',
      },
      ...labelled({ zh: '姓名', en: 'Name', fr: 'Nom' }, '林㛃', {
        x: 8,
        y: 22,
        width: 40,
        height: 11,
        size: 11,
      }),
      ...labelled({ zh: '课程', en: 'Course', fr: 'Cours' }, '专办员业务培训', {
        x: 8,
        y: 34,
        width: 40,
        height: 16,
        size: 11,
      }),
      { kind: 'code', symbol: 'qr', x: 52, y: 22, width: 40, height: 40, text: CODE, says: '离线核验码' },
    ],
  },
]);

/** An ID-1 card, front and back, with a Data Matrix at the back. */
export const card = sheetOf('卡片', ID1_CARD, [
  {
    kind: 'face',
    boxes: [
      { kind: 'frame', x: 0, y: 0, width: 85.6, height: 9, colour: '#b3261e', weight: 0, fill: '#b3261e' },
      {
        kind: 'text',
        x: 5,
        y: 1.5,
        width: 75,
        height: 6,
        text: '因公出访随行卡',
        size: 12,
        colour: '#ffffff',
      },
      ...labelled({ zh: '团组', en: 'Delegation' }, '燕北省商务厅经贸合作团', {
        x: 5,
        y: 12,
        width: 75,
        height: 11,
        size: 10,
      }),
    ],
  },
  {
    kind: 'face',
    boxes: [
      {
        kind: 'code',
        symbol: 'datamatrix',
        x: 4,
        y: 9,
        width: 36,
        height: 36,
        text: CODE,
        says: '离线核验码',
      },
      {
        kind: 'text',
        x: 43,
        y: 9,
        width: 38,
        height: 14,
        text: '领事保护热线\n+86-10-12308',
        size: 10,
        face: 'hei',
      },
    ],
  },
]);

/** The data page of a passport booklet, with photograph and machine-readable lines (ICAO Doc 9303-4 specimen). */
export const dataPage = (portrait: Uint8Array): PaperDoc =>
  sheetOf('资料页', TD3_PAGE, [
    {
      kind: 'face',
      boxes: [
        {
          kind: 'picture',
          x: 5,
          y: 12,
          width: 35,
          height: 45,
          picture: { format: 'jpg', data: portrait },
          says: '持证人照片',
        },
        ...labelled({ zh: '姓', en: 'Surname', fr: 'Nom' }, 'ERIKSSON', {
          x: 45,
          y: 14,
          width: 70,
          height: 9,
          size: 10,
          lang: 'en',
        }),
        {
          kind: 'mrz',
          x: 6,
          y: 66,
          width: 114,
          height: 14,
          lines:
            mrzLines('TD3', {
              documentCode: 'P',
              issuer: 'UTO',
              primary: 'ERIKSSON',
              secondary: 'ANNA MARIA',
              number: 'L898902C3',
              nationality: 'UTO',
              birth: '740812',
              sex: 'F',
              expiry: '120415',
              optional: 'ZE184226B',
            }) ?? [],
        },
      ],
    },
  ]);
