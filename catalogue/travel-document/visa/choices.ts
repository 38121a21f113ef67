/** Passports people travel on, by the words of a trip. */
export const PASSPORTS = {
  diplomatic: '外交护照',
  service: '公务护照',
  'public-ordinary': '公务普通护照',
  private: '因私普通护照',
} as const;

/** Where one traveller stands for one country. */
export const STATES = {
  pending: { label: '待核对' },
  exempt: { label: '免签，待出境证明', tone: 'wait' },
  certified: { label: '已出境证明', tone: 'good' },
  held: { label: '不需办理', tone: 'idle' },
  evisa: { label: '电子签证，待办' },
  'evisa-ok': { label: '电子签证相符，待出境证明', tone: 'wait' },
  collecting: { label: '待收件' },
  reviewing: { label: '审核', days: 'visa.days.review' },
  returned: { label: '退补', tone: 'bad' },
  ready: { label: '审核通过' },
  noted: { label: '照会' },
  sent: { label: '送签', days: 'visa.days.out' },
  interview: { label: '面谈、采指纹', days: 'visa.days.out' },
  processing: { label: '使馆审理', days: 'visa.days.out' },
  granted: { label: '出签' },
  refused: { label: '拒签', tone: 'bad' },
  withdrawn: { label: '撤回', tone: 'idle' },
  missing: { label: '护照没有取回', tone: 'bad' },
  back: { label: '已取回，待核对' },
  checked: { label: '核对相符', tone: 'good' },
  handed: { label: '已发放', tone: 'good' },
  closed: { label: '未出签，护照已取回', tone: 'idle' },
} as const;

/** States in which the office has nothing more to do. */
export const DONE = ['handed', 'held', 'closed'] as const;

/** Why a mission refused, as far as it says. */
export const REFUSED_FOR = {
  papers: '材料不足或不符',
  purpose: '出访目的存疑',
  invitation: '邀请单位问题',
  record: '本人出入境记录',
  late: '来不及审理',
  unsaid: '使馆没有说明',
  other: '其他',
} as const;

/** Times a visa lets its holder in. */
export const ENTRIES = { single: '一次', double: '二次', multiple: '多次' } as const;
