import { choice, country, date, form, onePage, options, text } from '@zhitongche/form';
import { defineRegister, type KeptRow, move, STAYS } from '@zhitongche/register';
import { BOOK, convention, STICKERS } from './basis.ts';
import { KINDS } from './form.ts';

const serial = onePage('贴纸', { sticker: text('贴纸号', { max: 30, required: true }) });

const spoiledWith = ({ answers }: KeptRow, sticker: unknown): string =>
  [answers['spoiled'], sticker].filter((one) => typeof one === 'string' && one !== '').join('、');

/** 附加证明书登记簿 (article 7): every certificate with its number, day, signer and sticker, asked for by anyone who holds one. */
export const apostilleBook = defineRegister({
  code: BOOK,
  name: '附加证明书登记簿',
  noun: '证书',
  en: 'Register of apostilles',
  category: '领事认证',
  what: '每一份附加证明书、领事认证书一行：编号、日期、签署人和身份、印鉴、贴纸号、办件；凭编号和日期可以公开查验，不列目录。',
  basis: [convention('第七条').title],
  measure: '份',
  form: form({
    certificate: {
      title: '证书',
      fields: {
        number: text('编号', { en: 'Number', max: 30, required: true, width: 4 }),
        issuedOn: date('签发日期', { en: 'Date of issue', required: true, width: 4 }),
        way: choice('证书', options({ apostille: '附加证明书', legalisation: '领事认证书' }), {
          required: true,
          width: 4,
        }),
        country: country('使用国家（地区）', { required: true, width: 4 }),
        caseNumber: text('办件编号', { max: 40, width: 4 }),
        original: choice('原件', options({ paper: '纸质', electronic: '电子' }), { width: 4 }),
      },
    },
    document: {
      title: '文书',
      fields: {
        kind: choice('种类', options(KINDS), { required: true, width: 4 }),
        issuer: text('出证机构', { max: 60, required: true, width: 4 }),
        document: text('文书编号', { max: 40, required: true, width: 4 }),
        signer: text('签署人', { en: 'Signed by', max: 60, required: true, width: 4 }),
        capacity: text('签署人身份', { en: 'Capacity', max: 60, required: true, width: 4 }),
        seal: text('印鉴名称', { en: 'Seal or stamp', max: 80, required: true, width: 4 }),
      },
    },
  }),
  set: {
    title: '贴纸',
    fields: { sticker: text('贴纸号', { max: 30 }), spoiled: text('误印作废的贴纸', { max: 300 }) },
  },
  title: ({ number }) => number ?? '证书',
  cardFacts: ({ issuedOn, seal }) => [
    { label: '签发', value: issuedOn ?? '' },
    { label: '印鉴', value: seal ?? '' },
  ],
  columns: [
    { key: 'number', later: true },
    { key: 'issuedOn' },
    { key: 'way', filter: true },
    { key: 'country', filter: true },
    { key: 'kind', filter: true },
    { key: 'issuer' },
    { key: 'document' },
    { key: 'signer' },
    { key: 'seal', later: true },
    { key: 'capacity', later: true },
    { key: 'sticker' },
    { key: 'spoiled', later: true },
    { key: 'caseNumber' },
  ],
  unique: ['number'],
  near: ['issuer', 'document'],
  day: 'issuedOn',
  stages: {
    first: 'valid',
    list: { valid: { label: '有效' }, void: { label: '已作废', ends: true } },
    moves: [
      move('stick', '贴纸打印', 'valid', STAYS, {
        roles: [],
        form: serial,
        sets: (_row, { sticker }) => ({ sticker }),
      }),
      move('misprint', '误印作废贴纸', 'valid', STAYS, {
        roles: [],
        form: serial,
        sets: (row, { sticker }) => ({ sticker: '', spoiled: spoiledWith(row, sticker) }),
      }),
      move('void', '作废', 'valid', 'void', {
        roles: [],
        asks: { reason: text('原因', { max: 200, required: true }) },
      }),
    ],
  },
  hears: {
    register: STICKERS,
    told(row, event) {
      const { certificate, serial: sticker } = row.answers;
      if (event.type !== 'moved' || typeof certificate !== 'string' || certificate === '') return null;
      const move = { use: 'stick', spoil: 'misprint' }[event.move];
      return move === undefined ? null : { find: { number: certificate }, move, data: { sticker } };
    },
  },
  // Whoever keeps it corrects nothing: what was certified is changed by the case alone.
  guards: () => [
    {
      code: 'apostille.book',
      level: 'block',
      at: [],
      message: '登记簿由办件写入，不能手工更改',
      en: 'The register is written by its cases alone',
      todo: '证书有误的，请在办件上申请作废',
      basis: convention('第七条'),
    },
  ],
  public: {
    by: ['number', 'issuedOn'],
    shows: ['number', 'issuedOn', 'signer', 'capacity', 'seal'],
    stages: { valid: { zh: '有效', en: 'Valid' }, void: { zh: '已作废', en: 'Void' } },
  },
  readers: [
    { roles: ['window', 'countersigner', 'division-head', 'deputy-director', 'director'], rows: 'office' },
  ],
  keepers: ['handler'],
  samples: (today) => [
    {
      answers: {
        number: 'A2025-1',
        issuedOn: today,
        way: 'apostille',
        country: '日本',
        kind: 'notarial',
        issuer: '云泽市中信公证处',
        document: '（2025）云中信证字第101号',
        signer: '顾清和',
        capacity: '公证员',
        seal: '云泽市中信公证处',
        original: 'paper',
        caseNumber: '纸质档案第1号',
      },
    },
  ],
});
