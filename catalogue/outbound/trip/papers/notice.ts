import type { Block } from '@zhitongche/base';
import { type PaperDef, paperFor } from '@zhitongche/case';
import { amendments } from '../effective.ts';
import { sendingUnits } from '../../../shared/roster.ts';
import { noticeText } from './dispatch.ts';
import { head, paper, paragraph, tail } from '../../../shared/papers.ts';
import { approvedBy, imprint, issuer, tripPublicFacts, wordsOf } from './parts.ts';

/** 任务通知书: one for each unit that sends people into a delegation of ours, with who of it goes and who pays. */
export const notice: PaperDef = {
  key: 'notice',
  title: '因公临时出国任务通知书',
  issuer,
  series: { key: 'outbound-notice', pattern: '{mark}通字〔{year}〕{seq}号' },
  addressed: true,
  signed: true,
  docx: true,
  publicFacts: (facts) => [
    ...tripPublicFacts(facts),
    ...(facts.addressee ? [{ label: '主送单位', en: 'Addressed to', value: facts.addressee }] : []),
  ],
  build(facts) {
    const { trip } = wordsOf(facts);
    const unit = facts.addressee ?? sendingUnits(trip)[0] ?? '';
    const { papers } = facts.state;
    const replaced = papers.findLast(
      (one) => one.paper === paperFor('notice', unit) && one.status === 'issued' && !one.superseded,
    )?.number;
    const basis = approvedBy(facts.state)?.number;
    const [first = '', ...rest] = noticeText(trip, unit);
    const why = amendments(facts.state).length > 0 && replaced ? '因任务变更，' : '';
    const lead = basis ? `根据${basis}任务批件，` : '';
    const lapsed: readonly Block[] = replaced
      ? [paragraph(`原${replaced}任务通知书由本通知书替代，不再有效。`)]
      : [];
    return paper(facts, 'notice', `任务通知书 ${trip.groupName ?? ''} ${unit}`.trim(), [
      ...head(facts, ['因公临时出国任务通知书'], 'letter'),
      { kind: 'addressee', text: unit },
      paragraph(`${why}${lead}${first}`),
      ...rest.map(paragraph),
      ...lapsed,
      ...tail(facts),
      imprint(facts, unit),
    ]);
  },
};
