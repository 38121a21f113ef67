import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '../../../typeset/vectors/pinyin.json';
import { passportSpelling, passportSyllable } from './passport-spelling.ts';

describe('a Han name is spelled as its passport would be', () => {
  it.each(vectors.cases.filter((vector) => vector.kind === 'name'))('$name', (vector) => {
    expect(passportSpelling(vector.name ?? '')).toMatchObject({
      surnameHanzi: vector.surname_hanzi,
      surname: vector.surname,
      given: vector.given,
    });
  });

  it.each(vectors.cases.filter((vector) => vector.kind === 'syllable'))(
    '$pinyin is printed $passport',
    (vector) => {
      expect(passportSyllable(vector.pinyin ?? '')).toBe(vector.passport);
    },
  );

  it('reads three names that dictionaries get wrong', () => {
    expect(passportSpelling('种师道')).toMatchObject({ surname: 'CHONG', given: 'SHIDAO' });
    expect(passportSpelling('张重阳')).toMatchObject({ surname: 'ZHANG', given: 'CHONGYANG' });
    expect(passportSpelling('万俟卨')).toMatchObject({ surname: 'MOQI', given: 'XIE' });
  });

  it('prints ü as YU in each syllable of a compound surname', () => {
    expect(passportSpelling('闾丘露薇')).toMatchObject({ surname: 'LYUQIU', given: 'LUWEI' });
  });

  it('knows every surname of two characters of the 百家姓 and those still met', () => {
    for (const [name, surname] of [
      ['淳于伟明', 'CHUNYU'],
      ['单于伟明', 'CHANYU'],
      ['东门伟明', 'DONGMEN'],
      ['伯赏伟明', 'BOSHANG'],
      ['叔孙伟明', 'SHUSUN'],
      ['尔朱伟明', 'ERZHU'],
      ['相里伟明', 'XIANGLI'],
      ['东乡伟明', 'DONGXIANG'],
      ['綦毋伟明', 'QIWU'],
      ['毋丘伟明', 'WUQIU'],
      ['屈突伟明', 'QUTU'],
      ['耶律伟明', 'YELYU'],
    ] as const)
      expect(passportSpelling(name), name).toMatchObject({ surname, given: 'WEIMING' });
  });

  it('reads a surname as a surname, not as the everyday word', () => {
    for (const [name, surname, other] of [
      ['贠伟', 'YUN', 'YUAN'],
      ['佴伟', 'NAI', 'ER'],
      ['祭伟', 'ZHAI', 'JI'],
      ['秘伟', 'BI', 'MI'],
      ['晟伟', 'CHENG', 'SHENG'],
      ['隗伟', 'WEI', 'KUI'],
      ['郇伟', 'HUAN', 'XUN'],
      ['柏伟', 'BAI', 'BO'],
      ['尉伟', 'WEI', 'YU'],
      ['洗伟', 'XIAN', 'XI'],
    ] as const)
      expect(passportSpelling(name), name).toMatchObject({
        surname,
        alternatives: [{ surname: other, given: 'WEI' }],
      });
  });

  it('offers the readings a family may prefer and the spellings of older documents', () => {
    expect(passportSpelling('乐毅')?.alternatives).toEqual([{ surname: 'LE', given: 'YI' }]);
    expect(passportSpelling('吕布')?.alternatives).toEqual([
      { surname: 'LV', given: 'BU' },
      { surname: 'LU', given: 'BU' },
    ]);
    expect(passportSpelling('徐悲鸿')?.alternatives).toEqual([]);
    expect(passportSpelling('甘岳')?.alternatives).toEqual([]);
  });

  it('takes two characters as surname only when a given name is left', () => {
    expect(passportSpelling('司马光')).toMatchObject({ surname: 'SIMA', given: 'GUANG' });
    expect(passportSpelling('司马')).toMatchObject({ surname: 'SI', given: 'MA' });
  });

  it('reads rare characters of four bytes', () => {
    expect(passportSpelling('王𬭎')).toMatchObject({ surname: 'WANG', given: 'HONG' });
  });
});

describe('other names are left to people', () => {
  it.each(['买买提·艾力', 'Smith', '王', '', '王A', '李 '])('%s', (name) => {
    expect(passportSpelling(name)).toBeUndefined();
  });

  it('gives capitals A to Z or nothing, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 6 }), (name) => {
        const spelling = passportSpelling(name);
        if (spelling) expect(`${spelling.surname} ${spelling.given}`).toMatch(/^[A-Z]+ [A-Z]+$/);
      }),
    );
  });
});
