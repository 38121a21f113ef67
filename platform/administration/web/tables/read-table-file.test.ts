import { describe, expect, test } from 'vitest';
import { readTableFile } from './read-table-file.ts';

const sample = { country: '德国', lodging: 120, visa: true, aliases: ['德意志'] };

describe('a new version of a reference table', () => {
  test('reads CSV with quoted commas, keeping the types of the version in force', () => {
    const { rows, problems } = readTableFile(
      'country,lodging,visa,aliases\n"刚果（金）, 民主",95,否,扎伊尔;刚果\n',
      sample,
    );
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      { country: '刚果（金）, 民主', lodging: 95, visa: false, aliases: ['扎伊尔', '刚果'] },
    ]);
  });

  test('reads cells copied from a spreadsheet, with a byte-order mark in front', () => {
    const { rows } = readTableFile('\uFEFFcountry\tlodging\tvisa\taliases\r\n法国\t150\t是\t', sample);
    expect(rows).toEqual([{ country: '法国', lodging: 150, visa: true, aliases: [] }]);
  });

  test('names every fault at once: missing columns, doubled heads, words where figures belong', () => {
    const { problems } = readTableFile('country,lodging,lodging\n法国,很多,1,2', sample);
    expect(problems).toEqual([
      '缺少列：visa、aliases。首行应是列名。',
      '列名重复：lodging。',
      '第 2 行比列名多 1 格。',
    ]);
    expect(readTableFile('country,lodging,visa,aliases\n法国,很多,是,', sample).problems).toEqual([
      '“lodging”应是数字，第 2 行不是。',
    ]);
  });

  test('reads JSON, and says so when it is not a list of rows', () => {
    expect(readTableFile('[{"country":"法国"}]', sample).rows).toEqual([{ country: '法国' }]);
    expect(readTableFile('{"country":"法国"}', sample).problems).toHaveLength(1);
    expect(readTableFile('[{', sample).problems).toHaveLength(1);
    expect(readTableFile('  ', sample)).toEqual({ rows: [], problems: [] });
  });
});
