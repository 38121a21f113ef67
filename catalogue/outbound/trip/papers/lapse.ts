import { dayInChinese, dayInShanghai } from '@zhitongche/base';
import { type CaseState, type PaperDef, type PaperState, paperFor } from '@zhitongche/case';
import { effectiveTrip, revokedAt } from '../effective.ts';
import { head, paper, paragraph, tail } from '../../../shared/papers.ts';
import { imprint, issuer, tripPublicFacts, wordsOf } from './parts.ts';

const KEY = 'lapse';
const CONFIRMATIONS: readonly string[] = ['confirmation', 'amended-confirmation'];

/** Papers that were in force for others when the trip was revoked, with whom each was issued to. */
const lapsed = (state: CaseState): readonly { readonly to: string; readonly paper: PaperState }[] => {
  const { organiser = '' } = effectiveTrip(state);
  return state.papers.flatMap((one) => {
    if (!one.revoked || one.superseded || one.status !== 'issued') return [];
    const [key = '', ...unit] = one.paper.split(':');
    // Before it had a name of its own a changed 确认件 went by that of a changed 批件.
    const toOrganiser =
      CONFIRMATIONS.includes(key) ||
      (key === 'amendment' && state.papers.some(({ paper: other }) => other === 'confirmation'));
    const to = key === 'notice' ? unit.join(':') : toOrganiser ? organiser : '';
    return to === '' ? [] : [{ to, paper: one }];
  });
};

/** Names of the notices a revocation issues: one for each unit that holds a paper of the trip. */
export const lapseNotices = (state: CaseState): readonly string[] => [
  ...new Set(lapsed(state).map(({ to }) => paperFor(KEY, to))),
];

const TITLES: Readonly<Record<string, string>> = {
  notice: '因公临时出国任务通知书',
  confirmation: '因公临时出国任务确认件',
  'amended-confirmation': '因公临时出国任务确认件（变更）',
  amendment: '因公临时出国任务确认件（变更）',
};

/** 任务撤销通知: tells whoever a paper was issued to that it no longer counts. */
export const lapse: PaperDef = {
  key: KEY,
  title: '因公临时出国任务撤销通知',
  issuer,
  series: { key: 'outbound-lapse', pattern: '{mark}撤字〔{year}〕{seq}号' },
  addressed: true,
  signed: true,
  docx: true,
  publicFacts: (facts) => [
    ...tripPublicFacts(facts),
    ...(facts.addressee ? [{ label: '主送单位', en: 'Addressed to', value: facts.addressee }] : []),
  ],
  build(facts) {
    const { state } = facts;
    const { trip } = wordsOf(facts);
    const all = lapsed(state);
    const unit = facts.addressee ?? all[0]?.to ?? trip.organiser ?? '';
    const held = all.filter(({ to }) => to === unit).map(({ paper: one }) => one);
    const names = held.map(
      ({ paper: name, number = '' }) => `${number}《${TITLES[name.split(':')[0] ?? ''] ?? ''}》`,
    );
    const at = revokedAt(state);
    const on = dayInChinese(at ? dayInShanghai(at) : facts.date);
    return paper(facts, KEY, `任务撤销通知 ${trip.groupName ?? ''} ${unit}`.trim(), [
      ...head(facts, ['因公临时出国任务撤销通知'], 'letter'),
      { kind: 'addressee', text: unit },
      paragraph(
        `“${trip.groupName ?? ''}”因公临时出国任务已于${on}撤销，我办出具给你单位的${names.join('、')}自该日起不再有效。`,
      ),
      paragraph('请停止据此办理的审批、护照、签证等手续，并告知有关人员；已领取因公护照的，按规定期限交回。'),
      ...tail(facts),
      imprint(facts, unit),
    ]);
  },
};
