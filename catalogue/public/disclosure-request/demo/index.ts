import { addDays, dayInShanghai } from '@zhitongche/base';
import type { DemoAct, DemoStory, DemoWorld } from '@zhitongche/core/server';
import { sampleRequest } from '../sample.ts';
import type { OutcomeKey } from '../outcomes.ts';

/** A request as it went: what was asked, how many days ago, and what it came to. */
interface Told {
  readonly key: string;
  readonly filer: 'citizen' | 'foreigner' | 'trader-company';
  readonly kind: 'person' | 'business';
  readonly what: string;
  readonly description: string;
  readonly daysAgo: number;
  readonly outcome?: OutcomeKey;
  readonly text?: string;
  /** Sent back once before; others asked first; put off. */
  readonly unclear?: true;
  readonly asks?: 'answered' | 'waiting';
  readonly extended?: true;
  /** Where it stands, of one that is not answered yet. */
  readonly until?: 'filed' | 'received' | 'drafted' | 'corrected';
}

const citizen = { filer: 'citizen', kind: 'person' } as const;
const company = { filer: 'trader-company', kind: 'business' } as const;

/** Every request of the demo office. */
export const TOLD: readonly Told[] = [
  {
    key: 'granted',
    ...citizen,
    daysAgo: 150,
    what: '2025年度因公出国（境）团组数和人数',
    description: '本机关2025年度审批的因公出国（境）团组总数、总人次，按季度。',
    outcome: 'granted',
    text: '2025年度审批团组和人次统计表随附。',
  },
  {
    key: 'public',
    ...citizen,
    daysAgo: 140,
    what: '外办部门预算',
    description: '本机关2026年部门预算公开文本和附表。',
    outcome: 'public',
    text: '该信息已在本机关门户网站“政府信息公开—财政信息”栏目公开，可自行查阅、下载。',
  },
  {
    key: 'partial',
    ...company,
    daysAgo: 130,
    what: '附加证明书贴纸采购合同',
    description: '2025年附加证明书贴纸采购的合同文本。',
    outcome: 'partial',
    asks: 'answered',
    text: '合同文本随附。\n其中供应商的防伪工艺参数属于商业秘密，第三方不同意公开，已作区分处理。',
  },
  {
    key: 'refused',
    ...citizen,
    daysAgo: 120,
    what: '某团组内部请示的讨论稿',
    description: '2026年3月赴欧洲团组请示的讨论稿和各处意见。',
    outcome: 'process',
    text: '所申请的讨论稿是行政机关在履行行政管理职能过程中形成的讨论记录和过程稿，不予公开。',
  },
  {
    key: 'absent',
    ...company,
    daysAgo: 110,
    what: '境外展会补贴目录',
    description: '2026年度企业境外参展补贴目录。',
    outcome: 'absent',
    text: '经检索本机关2024年以来的文件和台账，没有制作或者保存该信息。',
  },
  {
    key: 'not-ours',
    ...citizen,
    daysAgo: 100,
    what: '因私护照签发数量',
    description: '2025年全省因私普通护照签发数量。',
    outcome: 'not-ours',
    text: '因私普通护照由公安机关出入境管理机构签发，请向省公安厅出入境管理局提出申请。',
  },
  {
    key: 'repeated',
    ...citizen,
    daysAgo: 95,
    what: '2025年度因公出国（境）团组数和人数',
    description: '本机关2025年度审批的因公出国（境）团组总数、总人次，按季度。',
    outcome: 'repeated',
    text: '本机关已就相同的申请作出答复，并已送达。',
  },
  {
    key: 'other-law',
    ...company,
    daysAgo: 90,
    what: '合作方企业登记档案',
    description: '某外商投资企业的登记档案。',
    outcome: 'other-law',
    text: '企业登记档案的查询适用市场主体登记管理的有关规定，请向登记机关查询。',
  },
  {
    key: 'no-request',
    ...citizen,
    daysAgo: 85,
    what: '对窗口等候时间的意见',
    description: '反映窗口等候时间过长，请求处理的投诉。',
    outcome: 'petition',
    text: '所述事项属于投诉，请通过本机关监督电话或者网上“投诉建议”栏目反映，我们将按规定办理。',
  },
  {
    key: 'unclear',
    ...citizen,
    daysAgo: 70,
    what: '友好城市交往情况',
    description: '近年来与友好城市交往的全部材料。',
    unclear: true,
    outcome: 'granted',
    text: '2025年与友好城市互访团组一览表随附。',
  },
  {
    key: 'extended',
    filer: 'foreigner',
    kind: 'person',
    daysAgo: 45,
    what: '国际学校外籍教师邀请数量',
    description: '2023年至2025年经本机关办理邀请的国际学校外籍教师人数。',
    extended: true,
    until: 'drafted',
    outcome: 'granted',
    text: '三年的统计表随附。',
  },
  {
    key: 'waiting',
    ...company,
    daysAgo: 12,
    what: '出国办展联合请示的附件',
    description: '与省商务厅联合报送的出国办展请示的附件。',
    asks: 'waiting',
  },
  {
    key: 'sent-back',
    ...citizen,
    daysAgo: 6,
    what: '外事经费',
    description: '外事方面的经费情况。',
    unclear: true,
    until: 'corrected',
  },
  {
    key: 'received',
    ...company,
    daysAgo: 3,
    what: 'APEC商务旅行卡受理数量',
    description: '2025年各市APEC商务旅行卡受理数量。',
    until: 'received',
  },
  {
    key: 'filed',
    ...citizen,
    daysAgo: 1,
    what: '领事认证收费依据',
    description: '附加证明书收费项目、标准和文件依据。',
    until: 'filed',
  },
];

/** Requests of the demo office: one of each answer, and some on their way. */
export const stories = (world: DemoWorld): readonly DemoStory[] => TOLD.map((told) => storyOf(world, told));

function storyOf({ now }: DemoWorld, told: Told): DemoStory {
  const day = addDays(dayInShanghai(now.toISOString()), -told.daysAgo);
  const acts: DemoAct[] = [];
  let at = new Date(`${day}T01:20:00Z`).getTime();
  const then = (by: string, command: DemoAct['command'], days = 0): void => {
    at += 2_400_000 + days * 86_400_000;
    acts.push({ at: new Date(Math.min(at, now.getTime() - 60_000)), by, command });
  };
  const today = (days = 0): string =>
    dayInShanghai(new Date(at + 2_400_000 + days * 86_400_000).toISOString());
  const answers = sampleRequest(told);
  const receive = () => then('window', { act: 'receive', data: { channel: 'net', receivedOn: today() } });
  then(told.filer, { act: 'submit', answers, explanations: { 'D-01': '按意见建议转交亦可。', 'D-02': '' } });
  if (told.until !== 'filed') receive();
  if (told.unclear) {
    then('general-head', {
      act: 'correct',
      faults: [{ at: 'description', message: '请写明年度和所需文件的名称' }],
    });
    if (told.until !== 'corrected') {
      then(
        told.filer,
        {
          act: 'submit',
          answers: { ...answers, description: '2025年与友好城市互访的团组一览表。' },
          explanations: {},
        },
        4,
      );
      receive();
    }
  }
  if (told.until === undefined || told.until === 'drafted') decide(told, then, today);
  return {
    key: `disclosure-${told.key}`,
    service: 'disclosure-request',
    filer: told.filer,
    begunAt: new Date(`${day}T01:00:00Z`),
    acts,
  };
}

type Then = (by: string, command: DemoAct['command'], days?: number) => void;

/** From an application that is clear to where it stands. */
function decide(
  { asks, extended, outcome, text, until }: Told,
  then: Then,
  today: (days?: number) => string,
): void {
  then('general-head', { act: 'agree' });
  if (asks) {
    then('general-head', {
      act: 'consult',
      data: {
        parties: [
          { kind: 'third', name: '云泽防伪材料有限公司', about: '合同中的工艺参数和单价' },
          { kind: 'organ', name: '云泽省商务厅', about: '联合发文的附件' },
        ],
      },
    });
    then('general-head', { act: 'objected', strands: ['1-1'], on: today(5), opinion: '涉及商业秘密。' }, 5);
    if (asks === 'waiting') return;
    then('general-head', { act: 'agreed', strands: ['1-2'], on: today(1) }, 1);
  }
  if (extended)
    then('general-head', { act: 'extend', data: { reason: '涉及三年档案，检索汇总需要时间' } }, 6);
  if (outcome === undefined) return;
  then('general-head', { act: 'answer', data: { outcome, text: text ?? '' } }, 2);
  if (until !== 'drafted') then('deputy', { act: 'agree' }, 1);
}
