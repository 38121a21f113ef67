import type { Briefing, CaseState } from '@zhitongche/case';
import { strandsOf } from '@zhitongche/case';
import { wayOf } from './derive.ts';
import { documentsOf, KINDS, readApplication } from './form.ts';
import { WAY_WORDS } from './route.ts';

const countedKinds = (state: CaseState): string => {
  const counts = new Map<string, number>();
  for (const { told } of documentsOf(state))
    if (told.kind !== undefined) counts.set(KINDS[told.kind], (counts.get(KINDS[told.kind]) ?? 0) + 1);
  return [...counts].map(([kind, n]) => `${kind}${n}份`).join('，');
};

/** Who, how many papers, for where, what is given; the standing of the papers beside it. */
export function apostilleBrief(state: CaseState): Briefing {
  const { applicant = '', country = '', purpose = '', urgent } = readApplication(state.answers);
  const documents = documentsOf(state);
  const left = strandsOf(state, 'document').filter(({ state: at }) => at === 'pending' || at === 'inquiry');
  return {
    sentence:
      `${applicant}申请${documents.length}份文书送${country}使用，${wayOf(state) === 'apostille' ? '办附加证明书' : '办领事认证'}${purpose === '' ? '' : `（${purpose}）`}`.slice(
        0,
        80,
      ),
    under: [WAY_WORDS[wayOf(state)], countedKinds(state), ...(urgent ? ['加急'] : [])].filter(Boolean),
    figures: [
      { value: `${documents.length}`, unit: '份', caption: '文书' },
      { value: `${state.strands ? left.length : documents.length}`, unit: '份', caption: '待审' },
    ],
  };
}
