import { type Block, dayInChinese } from '@zhitongche/base';
import type { CaseState, PaperDef, PaperFacts } from '@zhitongche/case';
import { maskName } from '@zhitongche/form';
import {
  acceptanceNotice,
  correctionNotice,
  nonAcceptanceNotice,
  type NoticeWords,
} from '../../shared/notices.ts';
import { textIn } from '../../shared/lookup-rows.ts';
import { centred, head, paper, paragraph, publicHead, tail } from '../../shared/papers.ts';
import { labelOf, sexOf } from '../../shared/travel-words.ts';
import { PASSPORTS } from './choices.ts';
import { entriesOf, type Entry, figuresOf, standing } from './entries.ts';
import { noticesTold } from './flow.ts';
import { visaForm } from './form.ts';
import { key } from './policy.ts';
import { scannedIn } from './scans.ts';

const entryOf = ({ state, addressee }: PaperFacts): Entry | undefined =>
  entriesOf(state).find(({ id }) => id === addressee);

/** 出境证明: one person may leave for one country without a visa, on these days. */
const exit: PaperDef = {
  key: 'exit',
  title: '出境证明',
  issuer: 'office',
  addressed: { strands: 'entry' },
  series: { key: 'visa-exit', pattern: '{mark}境证字〔{year}〕{seq}号' },
  signed: true,
  docx: false,
  // From its day to the return.
  term: ({ state }) => ({ to: standing(state).entryDate ?? '' }),
  publicFacts(facts) {
    const entry = entryOf(facts);
    return [
      ...publicHead(facts),
      { label: '持证人', en: 'Holder', value: maskName(entry?.traveller.name ?? '') },
      { label: '前往', en: 'To', value: entry?.country ?? '' },
      { label: '当地停留', en: 'Stay', value: `${entry?.arrive ?? ''}至${entry?.leave ?? ''}` },
    ];
  },
  sealed(facts) {
    const entry = entryOf(facts);
    return [
      { label: '持证人', en: 'Holder', value: maskName(entry?.traveller.name ?? '') },
      { label: '前往', en: 'To', value: entry?.country ?? '' },
      { label: '停留', en: 'Stay', value: `${entry?.arrive ?? ''}至${entry?.leave ?? ''}` },
    ];
  },
  build(facts) {
    const entry = entryOf(facts);
    const { traveller = {}, country = '', arrive = '', leave = '' } = entry ?? {};
    const { approval = '', unit = '' } = standing(facts.state);
    const answer = figuresOf(facts.state).entries.find(({ id }) => id === entry?.id);
    const electronic = facts.state.records['as-evisa']?.some(({ chosen }) =>
      chosen?.includes(entry?.id ?? ''),
    );
    return paper(facts, 'exit', `出境证明 ${facts.number ?? ''}`, [
      ...head(facts, ['出境证明'], 'letter'),
      { kind: 'addressee', text: '中华人民共和国各出入境边防检查机关' },
      paragraph(
        `${unit}${traveller.name ?? ''}（${sexOf(traveller.sex)}，${dayInChinese(traveller.birthDate ?? '')}出生），持${labelOf(PASSPORTS, traveller.passportKind)}${traveller.passportNumber ?? ''}，经“${approval}”批准，于${dayInChinese(arrive)}至${dayInChinese(leave)}前往${country}执行公务。`,
      ),
      paragraph(
        electronic ? '该员已取得电子签证。' : `该员所持护照前往该国免办签证。依据：${answer?.source ?? ''}。`,
      ),
      paragraph('行程如有变更，本证明作废，另行出具。'),
      ...tail(facts),
    ]);
  },
};

const noted = (state: CaseState, countryKey: string | undefined) => {
  const all = entriesOf(state);
  const record = state.records['note']?.findLast(({ chosen }) =>
    all.some((one) => one.countryKey === countryKey && chosen?.includes(one.id)),
  );
  return {
    data: record?.data ?? {},
    entries: all.filter(({ id, countryKey: of }) => of === countryKey && record?.chosen?.includes(id)),
  };
};

const english = (day: string): string => day.split('-').toReversed().join('/');
const KIND_EN: Readonly<Record<string, string>> = {
  diplomatic: 'Diplomatic',
  service: 'Service',
  'public-ordinary': 'Public affairs',
  private: 'Ordinary',
};

const people = (entries: readonly Entry[]): Block => ({
  kind: 'table',
  size: 'list',
  widths: [10, 14, 5, 10, 10, 11],
  header: [['姓名 Name', '拼音 In passport', '性别 Sex', '出生 Born', '护照 Passport', '号码 No.']],
  rows: entries.map(({ traveller: t }) => [
    t.name ?? '',
    t.pinyin ?? '',
    centred(`${sexOf(t.sex)} ${t.sex ?? ''}`),
    t.birthDate ?? '',
    `${labelOf(PASSPORTS, t.passportKind)} ${KIND_EN[t.passportKind ?? ''] ?? ''}`,
    t.passportNumber ?? '',
  ]),
});

/** 照会: to one mission, for those who go to its country, in both languages; numbered and fixed when it is signed. */
const note: PaperDef = {
  key: 'note',
  title: '照会',
  issuer: 'office',
  addressed: true,
  series: { key: 'visa-note', pattern: '{mark}照字〔{year}〕{seq}号' },
  signed: true,
  docx: true,
  publicFacts: (facts) => [...publicHead(facts), { label: '办件编号', en: 'Case', value: facts.caseNumber }],
  build(facts) {
    const { data, entries } = noted(facts.state, facts.addressee);
    const { purpose = '' } = standing(facts.state);
    const [first] = entries;
    const { country = '', arrive = '', leave = '', stayDays = 0, entries: times = 1 } = first ?? {};
    const name = figuresOf(facts.state).countries.find((one) => one.name === country)?.en ?? country;
    const office = facts.policy.text(key('office-en'));
    const missionEn = textIn(data['missionEn']);
    return paper(facts, 'note', `照会 ${country} ${facts.number ?? ''}`, [
      ...head(facts, ['照会'], 'letter'),
      { kind: 'addressee', text: textIn(data['mission']) },
      paragraph(
        `${facts.letterhead.signature}向${textIn(data['mission'])}致意，并谨通知如下：下列${entries.length}人因${purpose}，拟于${dayInChinese(arrive)}至${dayInChinese(leave)}前往${country}，停留${stayDays}天，入境${times}次。请贵方惠予签证。`,
      ),
      people(entries),
      paragraph('顺致崇高敬意。'),
      ...tail(facts),
      { kind: 'title', lines: ['NOTE'] },
      paragraph(`No. ${facts.number ?? ''}`),
      paragraph(
        `The ${office} presents its compliments to the ${missionEn} and has the honour to request visas for the ${entries.length} person(s) listed above, who will travel to ${name} from ${english(arrive)} to ${english(leave)} (day/month/year) for ${stayDays} day(s), entering ${times} time(s). Purpose: ${textIn(data['purposeEn'])}.`,
      ),
      paragraph(
        `The ${office} avails itself of this opportunity to renew to the ${missionEn} the assurances of its highest consideration.`,
      ),
    ]);
  },
};

/** 送签清单: which passports went where in one batch. */
const list: PaperDef = {
  key: 'list',
  title: '送签清单',
  issuer: 'office',
  addressed: true,
  signed: true,
  docx: false,
  publicFacts: (facts) => [...publicHead(facts), { label: '办件编号', en: 'Case', value: facts.caseNumber }],
  build(facts) {
    const at = Number((facts.addressee ?? 'b1').slice(1)) - 1;
    const record = facts.state.records['out']?.[at];
    const going = entriesOf(facts.state).filter(({ id }) => record?.chosen?.includes(id));
    return paper(facts, 'list', `送签清单 ${facts.caseNumber} 第${at + 1}批`, [
      { kind: 'title', lines: ['送签清单'] },
      paragraph(
        `办件${facts.caseNumber}第${at + 1}批，送${textIn(record?.data['mission'])}，护照${scannedIn(record?.data['scanned']).length}本：`,
      ),
      {
        kind: 'table',
        size: 'list',
        widths: [5, 12, 14, 14, 15],
        header: [['序号', '姓名', '护照种类', '护照号', '前往']],
        rows: going.map(({ traveller: t, country }, n) => [
          centred(`${n + 1}`),
          t.name ?? '',
          labelOf(PASSPORTS, t.passportKind),
          t.passportNumber ?? '',
          country,
        ]),
      },
      paragraph('交出人签字：　　　　　　接收人签字：　　　　　　日期：'),
      ...tail(facts),
    ]);
  },
};

const words: NoticeWords = {
  series: 'visa',
  issuer: 'office',
  form: visaForm,
  addressee: ({ state }) => standing(state).unit ?? '',
  matter: ({ state }) => `“${standing(state).groupName ?? ''}”签证申办`,
  told: noticesTold,
  basis: '因公签证办理有关规定',
};

/** Every paper of the service. */
export const papers: readonly PaperDef[] = [
  acceptanceNotice(words),
  correctionNotice(words),
  nonAcceptanceNotice(words),
  exit,
  note,
  list,
];
