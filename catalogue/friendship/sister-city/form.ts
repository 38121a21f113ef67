import { choice, choices, country, date, files, form, integer, options, table, text } from '@zhitongche/form';

const MEGABYTE = 1024 * 1024;

/** Fields of exchange counted nationally: the 2016 blue book of friendship cities. */
export const FIELDS = {
  trade: '贸易',
  investment: '投资',
  tourism: '旅游',
  politics: '政治',
  energy: '能源',
  science: '科技',
  environment: '环保',
  sport: '体育',
  culture: '文化艺术',
  health: '卫生',
  transport: '交通',
  building: '城市建设',
  education: '教育人才',
} as const;

/** What is kept of a pair of cities. */
export const sisterCityForm = form({
  pair: {
    title: '结对双方',
    fields: {
      ours: text('我方城市', { max: 60, required: true, help: '省、市、县（区）全称', width: 6 }),
      ourLevel: choice('我方层级', options({ province: '省级', city: '市级', county: '县级' }), {
        required: true,
        width: 6,
      }),
      theirs: text('外方城市', { max: 60, required: true, also: ['外方', '友城', '城市'], width: 6 }),
      theirsEn: text('外文名', { max: 120, en: 'Name', width: 6 }),
      country: country('国家', { required: true, width: 4 }),
      state: text('州（省）', { max: 60, width: 4 }),
      relation: choice('关系类型', options({ sister: '友好城市', exchange: '友好交流关系' }), {
        required: true,
      }),
      population: integer('外方人口', { min: 0, max: 100_000, unit: '万人', width: 4 }),
      industries: text('主要产业', { max: 200, width: 8 }),
      fields: choices('重点合作领域', options(FIELDS)),
    },
  },
  road: {
    title: '进展',
    intro: '从意向到在册的文件随阶段流转录入，也可在这里补录以前的。',
    fields: {
      memorandumOn: date('备忘录签署日期', { width: 4 }),
      memorandumUntil: date('备忘录有效期至', { width: 4 }),
      replyNumber: text('全国友协批复文号', { max: 60, width: 4 }),
      replyOn: date('批复日期', { width: 4 }),
      agreementOn: date('协议签署日期', { width: 4 }),
      agreementPlace: text('签署地点', { max: 60, width: 4 }),
      signers: text('签署人', { max: 120, help: '双方签署人姓名、职务' }),
      certificate: text('友城证书号', { max: 60 }),
      agreement: files('协议文本', {
        accept: ['pdf', 'jpg', 'png'],
        maxBytes: 20 * MEGABYTE,
        maxFiles: 6,
        help: '备忘录、协议的中外文文本',
      }),
    },
  },
  people: {
    title: '联系人',
    fields: {
      mayor: text('外方市长（州长）', { max: 80 }),
      contacts: table(
        '外方联系人',
        {
          name: text('姓名', { max: 80, required: true, sensitivity: 'personal' }),
          post: text('职务', { max: 80 }),
          reach: text('联系方式', { max: 120, sensitivity: 'personal' }),
        },
        { maxRows: 20, rowName: '人' },
      ),
      note: text('备注', { max: 500, lines: 3 }),
    },
  },
});
