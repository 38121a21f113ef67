import { describe, expect, it } from 'vitest';
import { specimenPhoto, SPECIMEN_LINES } from '../../test/specimen.ts';
import { vector } from '../../test/vectors.ts';
import { fromHex, toHex } from '../bytes.ts';
import { CURVES } from '../cipher/curve.ts';
import { dg1, readDg1 } from './dg1.ts';
import { dg11, readDg11 } from './dg11.ts';
import { dg2, readDg2 } from './dg2.ts';
import { efCom, readEfCom } from './ef-com.ts';
import { pictureOf } from './picture.ts';
import { readSecurityInfos, securityInfos } from './security-infos.ts';

const com = vector('lds', 'efcom-part11');
const first = vector('lds', 'dg1-td3');

describe('files of a chip by Doc 9303-10', () => {
  it('EF.COM is the one of Doc 9303-11, appendix D.4', () => {
    const said = { ldsVersion: '0106', unicodeVersion: '040000', tags: [0x61, 0x75] };
    expect(toHex(efCom(said))).toBe(com['hex']);
    expect(readEfCom(fromHex(com['hex'] ?? ''))).toEqual(said);
  });

  it('DG1 of the specimen in Doc 9303-4 is the one of the standard', () => {
    const lines = first['mrz'] as unknown as readonly string[];
    expect(toHex(dg1(lines))).toBe(first['hex']);
    expect(readDg1(fromHex(first['hex'] ?? ''))).toEqual(lines);
  });

  it.each(['19794-5', '39794-5'] as const)(
    'DG2 in the frame of ISO/IEC %s gives the photograph back',
    (frame) => {
      for (const kind of ['jpg', 'jp2'] as const) {
        const photo = specimenPhoto(kind);
        const file = dg2(photo, 'F', frame);
        expect(file && readDg2(file)).toEqual(photo);
      }
      expect(dg2(new Uint8Array(100), 'F', frame)).toBeUndefined();
    },
  );

  it('the record of ISO/IEC 19794-5 says length, faces and size where the standard has them', () => {
    const photo = specimenPhoto();
    const file = Buffer.from(dg2(photo, 'F') ?? []);
    const record = file.subarray(file.indexOf('FAC\x00'));
    expect(record.toString('latin1', 0, 8)).toBe('FAC\x00010\x00');
    expect(record.readUInt32BE(8)).toBe(record.length);
    expect(record.readUInt16BE(12)).toBe(1);
    expect(record.readUInt32BE(14)).toBe(record.length - 14);
    expect(record[20]).toBe(2);
    expect([record[34], record[35]]).toEqual([1, 0]);
    expect([record.readUInt16BE(36), record.readUInt16BE(38)]).toEqual([413, 531]);
    expect(record.subarray(46)).toEqual(Buffer.from(photo));
  });

  it('size and kind of a photograph are read from itself', () => {
    expect(pictureOf(specimenPhoto('jpg'))).toEqual({ kind: 'jpeg', width: 413, height: 531 });
    expect(pictureOf(specimenPhoto('jp2'))).toEqual({ kind: 'jpeg2000', width: 413, height: 531 });
    expect(pictureOf(specimenPhoto('jpg').subarray(0, 40))).toBeUndefined();
  });

  it('DG11 keeps names in the characters of the state', () => {
    const said = { name: '样本<<护照', birth: '19900228', summary: '样本 SPECIMEN' };
    expect(readDg11(dg11(said))).toEqual(said);
    // Older chips write the date two digits to a byte.
    const older = fromHex('6B1A5C045F0E5F2B5F0E0A534D4954483C3C4A4F485F2B0419741231');
    expect(readDg11(older)).toEqual({ name: 'SMITH<<JOH', birth: '19741231' });
  });

  it('security infos say what EF.CardAccess of Doc 9303-11, appendix G.1 says', () => {
    const curve = CURVES.find(({ name }) => name === 'brainpoolP256r1');
    const infos = curve && securityInfos({ pace: [{ suite: 'AES-128', curve }], chip: [] });
    expect(infos && toHex(infos)).toBe('31143012060A04007F0007020204020202010202010D');
    expect(infos && readSecurityInfos(infos).pace).toEqual([{ suite: 'AES-128', curve }]);
  });

  it('lines of the specimen fit the book they are printed in', () => {
    expect(readDg1(dg1(SPECIMEN_LINES))).toEqual(SPECIMEN_LINES);
  });
});
