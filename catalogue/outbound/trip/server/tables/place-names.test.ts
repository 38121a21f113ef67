import { describe, expect, test } from 'vitest';
import { decimalText } from '@zhitongche/base';
import { standardFor } from '../../../../shared/travel-standards.ts';
import type { Facts } from '@zhitongche/form';
import { TRIP_TABLES } from './index.ts';

const facts: Facts = {
  table: (name) => TRIP_TABLES.find((table) => table.name === name)?.rows ?? [],
  lookup: () => undefined,
  draws: () => true,
};
const lodging = (country: string, city: string): string => {
  const standard = standardFor(facts, country, city);
  return standard ? `${decimalText(standard.lodging, 0)} ${standard.currency}` : '';
};

describe('a place is found by every name it goes by (财行〔2017〕434号)', () => {
  test.each([
    // As the table of 434 prints them, and as everybody else does.
    ['南非', '比勒陀尼亚', '170 USD'],
    ['南非', '比勒陀利亚', '170 USD'],
    ['马达加斯加', '塔马塔夫', '100 USD'],
    ['马达加斯加', '图阿马西纳', '100 USD'],
    ['波兰', '革但斯克', '130 USD'],
    ['波兰', '格但斯克市', '130 USD'],
    ['墨西哥', '墨西哥', '150 USD'],
    ['墨西哥', '墨西哥城', '150 USD'],
    ['越南', '胡志明', '80 USD'],
    ['越南', '胡志明市', '80 USD'],
    ['韩国', '首尔特别市', '180 USD'],
    ['韩国', '釜山广域市', '180 USD'],
    ['日本', '新泻', '11000 JPY'],
    ['日本', '东京都', '20000 JPY'],
    ['日本', ' 京都 ', '18000 JPY'],
    ['日本', '奈良', '9000 JPY'],
    // The table names the islands, travellers name the city; or it spells a city as few do today.
    ['美国', '檀香山', '195 USD'],
    ['美国', '火奴鲁鲁', '195 USD'],
    ['美国', '三藩市', '250 USD'],
    ['美国', '华盛顿哥伦比亚特区', '260 USD'],
    ['澳大利亚', '珀斯', '180 USD'],
    ['韩国', '济州岛', '180 USD'],
    ['巴西', '里约', '260 USD'],
    ['俄罗斯', '伯力', '200 USD'],
    ['菲律宾', '宿雾', '180 USD'],
    ['哈萨克斯坦', '努尔苏丹', '200 USD'],
  ])('%s %s: lodging %s', (country, city, expected) => {
    expect(lodging(country, city)).toBe(expected);
  });
});
