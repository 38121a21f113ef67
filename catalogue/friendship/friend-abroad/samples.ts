import { addDays } from '@zhitongche/base';

/** Friends of the demo office, invented: one honoured for a term, one proposed, one just met. */
export const samples = (today: string) => {
  const back = (days: number): string => addDays(today, -days);
  const met = (ago: number, kind: string, topic: string) => ({
    move: 'meet',
    ago,
    data: { on: back(ago), kind, ours: '友好城市处', topic },
  });
  const known = [{ person: '友好城市处处长', unit: '友好城市处', how: '长期负责该国友城交往' }];
  return [
    {
      answers: {
        name: '木下健一（演示）',
        original: 'Kinoshita Kenichi (demo)',
        country: '日本',
        city: '长野',
        post: '县日中友好协会顾问',
        fields: ['culture', 'politics'] as const,
        contact: 'kinoshita@example.org',
        checkedOn: back(340),
        likes: '书法、乌龙茶',
        taboos: '不吃羊肉；不谈家事',
        known,
      },
      ago: 700,
      by: 'handler',
      moves: [
        met(690, 'came', '青少年书法交流'),
        met(600, 'went', '回访，商定每年互派'),
        {
          move: 'propose',
          ago: 580,
          data: { honour: 'adviser', grounds: '连续多年促成青少年互访。' },
        },
        { move: 'send', ago: 570, by: 'deputy', data: { decision: '云外请〔演示〕7号' } },
        {
          move: 'grant',
          ago: 540,
          agreed: 'head',
          data: { decision: '云政函〔演示〕21号', honouredOn: back(545), until: addDays(today, 75) },
        },
      ],
    },
    {
      answers: {
        name: '安娜·施密特（演示）',
        original: 'Anna Schmidt (demo)',
        country: '德国',
        post: '工商会亚洲部主任',
        fields: ['business'] as const,
        checkedOn: back(100),
        likes: '古典音乐',
        taboos: '素食',
        known,
      },
      ago: 300,
      by: 'handler',
      moves: [
        met(280, 'came', '经贸考察'),
        met(150, 'online', '商会合作意向'),
        { move: 'propose', ago: 20, data: { honour: 'citizen', grounds: '引荐三家企业来访。' } },
      ],
    },
    {
      answers: {
        name: '卡洛斯·席尔瓦（演示）',
        original: 'Carlos Silva (demo)',
        country: '巴西',
        post: '大学孔子学院外方院长',
        fields: ['science', 'culture'] as const,
      },
      ago: 30,
      by: 'handler',
      moves: [met(25, 'letter', '寄来贺信')],
    },
  ];
};
