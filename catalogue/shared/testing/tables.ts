import type { Json } from '@zhitongche/base';

type Row = Readonly<Record<string, Json | undefined>>;

const perDiem = (
  country: string,
  scope: string,
  currency: string,
  lodging: string,
  meals: string,
  incidentals: string,
): Row => ({
  country,
  scope,
  cities: scope === '全境' || scope === '其他城市' ? [] : scope.split('、'),
  currency,
  lodging,
  meals,
  incidentals,
});

const country = (name: string, more: Row = {}): Row => ({
  name,
  kind: 'abroad',
  farAway: false,
  relations: true,
  ...more,
});

const exemption = (name: string, from: string, stay: string, kinds: Row, status = '有效'): Row => ({
  country: name,
  documents: '测试摘录',
  diplomatic: 'N',
  service: 'N',
  publicOrdinary: 'N',
  ordinary: 'N',
  from,
  stay,
  status,
  source: '互免签证协定一览表',
  ...kinds,
});

/**
 * The rows of the reference tables that the stories need, copied by hand from 财行〔2017〕434号 and from the list of
 * visa exemptions; the whole tables belong to the office and are tested there.
 */
export const TABLES: Readonly<Record<string, readonly Row[]>> = {
  'per-diem': [
    perDiem('日本', '东京', 'JPY', '20000', '10000', '5000'),
    perDiem('日本', '其他城市', 'JPY', '9000', '10000', '5000'),
    perDiem('韩国', '首尔、釜山、济州', 'USD', '180', '70', '35'),
    perDiem('韩国', '其他城市', 'USD', '150', '70', '35'),
    perDiem('新加坡', '全境', 'USD', '220', '55', '40'),
    perDiem('德国', '柏林、汉堡', 'EUR', '150', '60', '38'),
    perDiem('英国', '伦敦', 'GBP', '200', '45', '35'),
    perDiem('香港', '全境', 'HKD', '1900', '500', '300'),
    perDiem('澳门', '全境', 'HKD', '1200', '500', '300'),
    perDiem('埃及', '全境', 'USD', '170', '50', '35'),
    perDiem('塞尔维亚', '全境', 'USD', '120', '40', '30'),
    perDiem('美国', '纽约', 'USD', '270', '55', '45'),
    perDiem('美国', '芝加哥', 'USD', '260', '55', '45'),
    perDiem('美国', '波士顿', 'USD', '230', '55', '45'),
    perDiem('美国', '洛杉矶', 'USD', '250', '55', '45'),
    perDiem('美国', '其他城市', 'USD', '200', '55', '45'),
    perDiem('巴西', '其他城市', 'USD', '150', '50', '45'),
    perDiem('阿根廷', '全境', 'USD', '170', '50', '40'),
    perDiem('帕劳', '全境', 'USD', '180', '60', '35'),
  ],
  'exchange-rates': [
    { currency: 'JPY', rate: '0.06093', date: '2018-01-01' },
    { currency: 'USD', rate: '7', date: '2018-01-01' },
    { currency: 'EUR', rate: '8', date: '2018-01-01' },
    { currency: 'GBP', rate: '9', date: '2018-01-01' },
    { currency: 'HKD', rate: '0.9', date: '2018-01-01' },
  ],
  countries: [
    ...['日本', '韩国', '新加坡', '德国', '英国', '塞尔维亚', '法国'].map((name) => country(name)),
    country('美国', { region: '美洲' }),
    country('巴西', { farAway: true, region: '美洲' }),
    country('阿根廷', { farAway: true, region: '美洲' }),
    country('新西兰', { region: '大洋洲及太平洋岛屿' }),
    country('库克群岛', { region: '大洋洲及太平洋岛屿', eastOfDateLine: true }),
    country('埃及', { farAway: true }),
    country('帕劳', { relations: false }),
    country('香港', { kind: 'hk-macao' }),
    country('澳门', { kind: 'hk-macao' }),
    country('台湾', { kind: 'taiwan' }),
  ],
  'visa-exemptions': [
    exemption('韩国', '2014-12-25', '30日', { diplomatic: 'Y', service: 'Y' }),
    exemption('塞尔维亚', '1980-01-09', '无停留期限', { diplomatic: 'Y', service: 'Y', publicOrdinary: 'Y' }),
    exemption('英国', '2007-10-25', '无停留期限', { service: 'C', publicOrdinary: 'C' }),
    exemption('意大利', '2017-01-01', '每180日停留最长不超过90日', { diplomatic: 'Y' }, 'unconfirmed'),
    exemption('伊拉克', '2016-11-02', '30日', { diplomatic: 'Y' }, '失效'),
    exemption('巴西', '2004-08-10', '30日', { diplomatic: 'Y', service: 'Y' }),
    exemption('巴西', '2024-06-05', '30日', { publicOrdinary: 'Y' }, '有效(修订)'),
    exemption('新加坡', '2024-02-09', '未注明', { service: 'Y' }),
  ],
  'apostille-parties': [
    { country: '日本', from: '2023-11-07', until: '', standing: 'party', asOf: '2023-10-31' },
  ],
  'training-fees': [
    { country: '德国', currency: 'EUR', cap: '66' },
    { country: '日本', currency: 'JPY', cap: '8400' },
  ],
};
