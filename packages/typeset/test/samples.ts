import type { PaperDoc } from '@zhitongche/base';

/** Invented papers of an invented province, one of each layout, for tests and for the eye. */
const OFFICE = '燕北省人民政府外事办公室';
const DAY = '2026-11-05';
const VERIFICATION = {
  kind: 'verification',
  url: 'https://waiban.example.gov.cn/v/3tYbq0c8G1mXw6Zr9uJk2LhPs5dNf7Aa',
  code: '7K3D-Q9FM-2XTH',
} as const;

/** 任务批件 with a two-page paper's parts: head, number, body, particulars, seal room, list on its side. */
export const approval: PaperDoc = {
  kind: 'approval',
  name: '因公临时出国任务批件 燕外出字〔2026〕15号',
  issuer: OFFICE,
  issuedOn: DAY,
  blocks: [
    { kind: 'redHead', office: OFFICE, form: 'document' },
    { kind: 'documentNumber', word: '燕外出字', year: 2026, sequence: 15 },
    { kind: 'title', lines: ['关于李喆等6人赴德国、法国和匈牙利', '执行访问任务的批件'] },
    { kind: 'addressee', text: '燕北省商务厅' },
    {
      kind: 'paragraph',
      text:
        '你单位《关于李喆等6人出访德国、法国和匈牙利的请示》（燕商外〔2026〕31号）收悉。经审核，同意李喆（省商务厅副厅长）' +
        '等6人于2026年12月1日至12月10日经奥地利前往德国、法国、匈牙利访问，在外停留10天（含抵离境当日）。',
    },
    {
      kind: 'particulars',
      items: [
        {
          label: '出访任务',
          value: '与巴伐利亚州经济部、法国里昂大区和布达佩斯市商会商谈绿色制造合作，签署合作备忘录。',
        },
        {
          label: '邀请单位',
          value: 'Bayerisches Staatsministerium für Wirtschaft, Landesentwicklung und Energie',
        },
        { label: '经费来源', value: '省商务厅因公临时出国（境）经费，共人民币286,400元，已列入年度预算。' },
      ],
    },
    {
      kind: 'paragraph',
      text: '请按照批准的任务、路线和天数执行，不得擅自延长在外停留时间、变更路线。回国后15个工作日内提交出访报告，7天内交回因公护照。',
    },
    { kind: 'attachmentList', items: ['出访人员名单', '经费审批意见表'] },
    { kind: 'signature', offices: [OFFICE], date: DAY },
    { kind: 'note', text: '此件公开方式：依申请公开' },
    {
      kind: 'attachment',
      number: 1,
      title: ['出访人员名单'],
      orientation: 'landscape',
    },
    {
      kind: 'table',
      size: 'list',
      widths: [1, 2, 1.2, 2.4, 2, 5, 4, 3],
      header: [['序号', '姓名', '性别', '出生日期', '出生地', '工作单位', '职务（职称）', '对外身份']],
      rows: Array.from({ length: 30 }, (_, index) => [
        { text: String(index + 1), align: 'center' },
        ['李喆', '王堃', '赵玥', '孙䶮', '周㛃', '吴𬭎'][index % 6] ?? '',
        { text: index % 2 ? '女' : '男', align: 'center' },
        `19${70 + (index % 25)}-0${1 + (index % 9)}-15`,
        '燕北海东',
        '燕北省商务厅对外贸易促进与经济合作管理局',
        index ? '一级主任科员' : '副厅长',
        '燕北省政府代表团团员',
      ]),
    },
    VERIFICATION,
    {
      kind: 'imprint',
      copiesTo: ['省委外办', '省财政厅', '海东市人民政府外事办公室'],
      printer: OFFICE,
      printedOn: DAY,
    },
  ],
};

/** 任务通知书 in the letter form. */
export const notice: PaperDoc = {
  kind: 'notice',
  name: '因公临时出国任务通知书 燕外通字〔2026〕8号',
  issuer: OFFICE,
  issuedOn: DAY,
  blocks: [
    { kind: 'redHead', office: OFFICE, form: 'letter' },
    { kind: 'documentNumber', word: '燕外通字', year: 2026, sequence: 8 },
    { kind: 'title', lines: ['因公临时出国任务通知书'] },
    { kind: 'addressee', text: '岭西省人民政府外事办公室' },
    { kind: 'heading', level: 1, text: '一、批准事项' },
    { kind: 'paragraph', text: '根据任务批件燕外出字〔2026〕15号，贵省参加团组1人，随团赴德国、法国访问。' },
    { kind: 'heading', level: 2, text: '（一）时间与路线' },
    { kind: 'paragraph', text: '2026年12月1日至12月10日，在外停留10天，经停维也纳。' },
    { kind: 'heading', level: 2, text: '（二）费用' },
    { kind: 'paragraph', text: '国际旅费和在外费用由派员单位按规定标准负担，不得转嫁或者摊派。' },
    { kind: 'signature', offices: [OFFICE], date: DAY },
    VERIFICATION,
  ],
};

/** 经费审批意见表: a form with merged and signed boxes. */
export const opinion: PaperDoc = {
  kind: 'expense-opinion',
  name: '因公临时出国任务和预算审批意见表',
  issuer: OFFICE,
  issuedOn: DAY,
  blocks: [
    { kind: 'title', lines: ['因公临时出国任务和预算审批意见表'] },
    {
      kind: 'table',
      widths: [3, 4, 3, 4],
      caption: '团组编号：燕外团2026-0315　　金额单位：元',
      rows: [
        [
          { text: '团组名称', label: true },
          { text: '燕北省商务厅赴德国、法国和匈牙利经贸合作团', columns: 3 },
        ],
        [{ text: '出访国家', label: true }, '德国、法国、匈牙利', { text: '人数', label: true }, '6人'],
        [
          { text: '起止时间', label: true },
          '2026-12-01至2026-12-10',
          { text: '在外天数', label: true },
          '10天',
        ],
        [
          { text: '任务审核\n意见', label: true, rows: 2 },
          { text: '是否列入年度计划：是', columns: 3 },
        ],
        [
          {
            text: '出访目标明确，时间、国别、路线和人数符合规定，同意。',
            columns: 3,
            height: 45,
            foot: ['审核人：　　　　（签章）', '年　　月　　日'],
          },
        ],
        [
          { text: '预算审核\n意见', label: true },
          {
            text: '住宿费98,000元，伙食费42,000元，公杂费22,400元，国际旅费124,000元，合计286,400元。',
            columns: 3,
            height: 45,
            foot: ['审核人：　　　　（签章）', '年　　月　　日'],
          },
        ],
      ],
    },
    VERIFICATION,
  ],
};

/** A body of plain lines that fills pages, for measuring the grid of 22 lines by 28 characters. */
export const fullPages: PaperDoc = {
  kind: 'grid',
  name: '版面检查页',
  issuer: OFFICE,
  issuedOn: DAY,
  blocks: [{ kind: 'paragraph', indent: false, text: '国'.repeat(28 * 22 * 2) }],
};

/** A plain round seal: a ring and a star, 42 mm across. */
export const seal = {
  format: 'svg',
  widthMm: 42,
  heightMm: 42,
  data: Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-21 -21 42 42" fill="none" stroke="#e60012">' +
      '<circle r="20.4" stroke-width="1.2"/>' +
      '<path fill="#e60012" stroke="none" d="M0-7 1.57-2.16 6.66-2.16 2.54.83 4.11 5.66 0 2.67-4.11 5.66-2.54.83-6.66-2.16-1.57-2.16Z"/></svg>',
  ),
} as const;

/** Two offices that issue together, sealed. */
export const joint: PaperDoc = {
  kind: 'notice',
  name: '联合通知',
  issuer: OFFICE,
  issuedOn: DAY,
  blocks: [
    { kind: 'redHead', office: '燕北省外事办公室文件', form: 'document', urgency: '特急' },
    { kind: 'documentNumber', word: '燕外发', year: 2026, sequence: 3, signatory: '李喆' },
    { kind: 'title', lines: ['关于做好岁末年初因公出国管理工作的通知'] },
    { kind: 'paragraph', text: '现就有关事项通知如下，请遵照执行。' },
    { kind: 'signature', offices: ['燕北省人民政府外事办公室', '燕北省财政厅'], date: DAY, seal },
  ],
};
