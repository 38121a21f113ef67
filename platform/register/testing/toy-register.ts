import { blocking } from '@zhitongche/base';
import { choice, date, files, form, identifier, options, text } from '@zhitongche/form';
import { pick } from '@zhitongche/form';
import { defineRegister } from '@zhitongche/register';

/** A register of tests only: keys to rooms, lent and destroyed. */
export const toyKeys = defineRegister({
  code: 'toy-keys',
  name: '钥匙',
  en: 'Keys',
  category: '测试',
  what: '测试用的钥匙台账。',
  basis: ['测试规定'],
  measure: '把',
  form: form({
    key: {
      title: '钥匙',
      fields: {
        tag: text('编号', { max: 20, required: true }),
        room: text('房间', { max: 50, required: true }),
        kind: choice('种类', options({ door: '门', safe: '保险柜' }), { required: true }),
        until: date('有效期至', {}),
        photo: files('照片', { accept: ['pdf', 'png'], maxBytes: 1_000_000, maxFiles: 2 }),
        secret: files('密件', {
          accept: ['pdf', 'png'],
          maxBytes: 1_000_000,
          maxFiles: 1,
          sensitivity: 'sensitive',
        }),
        unit: pick('使用单位', 'org'),
        twin: pick('备用钥匙', 'toy-keys'),
        holder: text('保管人', { max: 50, sensitivity: 'personal' }),
        holderId: identifier('citizen-id', '保管人身份证号', { sensitivity: 'sensitive' }),
      },
    },
  }),
  checks: [
    {
      code: 'K-01',
      title: '保险柜钥匙须有保管人',
      level: 'block',
      basis: { title: '测试规定', article: '第一条' },
      reads: ['kind'],
      run: (answers) =>
        answers.kind === 'safe' && answers.holder === undefined
          ? [{ at: ['holder'], message: '保险柜钥匙须写明保管人', en: 'A safe key needs a holder' }]
          : [],
    },
  ],
  facts: { tables: [], lookups: {} },
  policies: [
    {
      key: 'toy-keys.warn',
      label: '到期前几天提醒',
      type: 'list',
      default: ['30', '7', '0'],
      unconfirmed: true,
    },
  ],
  title: ({ tag, room }) => `${tag ?? ''} ${room ?? ''}`.trim() || '钥匙',
  cardFacts: ({ room }) => [{ label: '房间', value: room ?? '' }],
  columns: [
    { key: 'tag' },
    { key: 'room' },
    { key: 'kind', filter: true },
    { key: 'until' },
    { key: 'holder' },
  ],
  unique: ['tag'],
  near: ['room'],
  day: 'until',
  stages: {
    first: 'in',
    list: { in: { label: '在库' }, out: { label: '借出' }, gone: { label: '已销毁', ends: true } },
    moves: [
      {
        key: 'lend',
        label: '借出',
        from: ['in'],
        to: 'out',
        form: form({
          lend: {
            title: '借出',
            fields: { to: text('借用人', { max: 50, required: true, sensitivity: 'personal' }) },
          },
        }),
        sets: (_row, { to }) => ({ holder: to }),
      },
      { key: 'take', label: '交回', from: ['out'], to: 'in' },
      {
        key: 'destroy',
        label: '销毁',
        from: ['in'],
        to: 'gone',
        second: true,
        needs: ({ answers }) =>
          answers.kind === 'safe'
            ? [
                blocking('toy.safe', [], '保险柜钥匙不得销毁', 'Safe keys are not destroyed', {
                  todo: '请改为注销',
                  basis: { title: '测试规定', article: '第二条' },
                }),
              ]
            : [],
      },
    ],
  },
  dates: [
    { field: 'until', label: '钥匙到期', warn: 'toy-keys.warn', when: ({ stage }) => stage !== 'gone' },
  ],
  relations: [{ key: 'ring', label: '挂在', back: '挂着', to: 'toy-keys', one: true, acyclic: true }],
  readers: [
    { roles: ['window'], rows: 'office' },
    { roles: ['filer'], rows: 'reach' },
    { roles: ['director'], rows: 'office', clearance: 'personal' },
  ],
  keepers: ['handler', 'city-reviewer'],
  public: {
    by: ['tag', 'until'],
    shows: ['tag', 'kind'],
    stages: { in: '有效', out: '有效', gone: '已作废' },
  },
  samples: (today) => [
    { answers: { tag: 'A-01', room: '一层库房', kind: 'door', until: today } },
    {
      answers: {
        tag: 'A-02',
        room: '二层机要室',
        kind: 'safe',
        until: today,
        holder: '林见山',
        holderId: '11010519491231002X',
      },
      stage: 'out',
    },
  ],
});
