import type { Flow, PaperDef, SetOff, Step } from '@zhitongche/case';
import type { Form } from '@zhitongche/form';
import { approvalPapers } from '../flow.ts';
import { OPINION_FORM } from '../papers/dispatch.ts';
import { notice as addressedNotice } from '../papers/notice.ts';
import { papers } from '../papers/index.ts';
import { centred, head, paper, paragraph, tail } from '../../../shared/papers.ts';
import { issuer, tripPublicFacts, wordsOf } from '../papers/parts.ts';

/** One notice to all units that send people, as cases of version 1 ask for it. */
const notice: PaperDef = {
  key: 'notice',
  title: '因公临时出国任务通知书',
  issuer,
  series: { key: 'outbound-notice', pattern: '{mark}通字〔{year}〕{seq}号' },
  signed: true,
  docx: true,
  publicFacts: tripPublicFacts,
  build(facts) {
    const words = wordsOf(facts);
    const { trip } = words;
    const basis = facts.state.papers.findLast((p) => p.paper === 'approval' && p.number)?.number;
    const counts = new Map<string, string[]>();
    for (const { employer = '', name = '' } of words.members)
      counts.set(employer, [...(counts.get(employer) ?? []), name]);
    return paper(facts, 'notice', `任务通知书 ${trip.groupName ?? ''}`, [
      ...head(facts, ['因公临时出国任务通知书'], 'letter'),
      { kind: 'addressee', text: trip.dispatchUnits ?? [...counts.keys()].join('、') },
      paragraph(
        `${basis ? `根据${basis}任务批件，` : ''}${trip.organiser ?? ''}组织“${trip.groupName ?? ''}”，${words.group}，于${words.dates}前往${words.countries}${words.via}，执行${trip.purpose ?? ''}任务，在外停留${words.days}天。请按下表派员，并由有审批权的外事部门出具任务确认件。`,
      ),
      {
        kind: 'table',
        size: 'list',
        widths: [12, 4, 14],
        header: [['派员单位', '人数', '人员']],
        rows: [...counts].map(([unit, names]) => [unit, centred(`${names.length}`), names.join('、')]),
      },
      paragraph(words.costsToOthers),
      ...tail(facts),
    ]);
  },
};

/** Papers that came later, and the form of the unit's opinions where an act asks for it: it came with the approval. */
const LATER: readonly string[] = [
  'amended-confirmation',
  'lapse',
  'non-acceptance',
  'refusal',
  'personnel-filing',
];

/** Papers as version 1 knew them. */
export const papersV1: readonly PaperDef[] = papers
  .filter(({ key }) => !LATER.includes(key))
  .map((def) => (def.key === addressedNotice.key ? notice : def));

const known = (effects: readonly SetOff[]): readonly SetOff[] =>
  effects.filter((e) => e.do !== 'issue' || ('paper' in e && ![...LATER, OPINION_FORM].includes(e.paper)));

const onlyKnown = <S extends { readonly effects?: readonly SetOff[] }>(act: S): S =>
  act.effects ? { ...act, effects: known(act.effects) } : act;

/** A step that asks for no paper of later versions. */
const withoutLater = (step: Step): Step => {
  const { onEnter } = step;
  const entered: Step = onEnter ? { ...step, onEnter: known(onEnter) } : step;
  return 'acts' in entered ? { ...entered, acts: entered.acts.map(onlyKnown) } : entered;
};

/** The flow with the papers its issuing steps asked for: one notice for all, and none after a change. */
export const issuingV1 = (flow: Flow): Flow => {
  const { issuing, amending } = flow.steps;
  if (issuing?.kind !== 'issuing' || amending?.kind !== 'issuing') return flow;
  return {
    ...flow,
    steps: {
      ...Object.fromEntries(Object.entries(flow.steps).map(([name, step]) => [name, withoutLater(step)])),
      issuing: {
        ...issuing,
        papers: ({ answers }) => [
          ...approvalPapers(answers).filter((name) => !name.startsWith('notice:')),
          OPINION_FORM,
          ...(answers.caseType === 'span-lead' ? ['notice'] : []),
        ],
      },
      amending: { ...amending, papers: () => ['amendment', 'roster'] },
    },
  };
};

/** The form without what papers ask since. */
export const formBeforeNotes = (form: Form): Form => {
  const { mission } = form;
  if (!mission) return form;
  const { paperNote: _note, ...fields } = mission.fields;
  return { ...form, mission: { ...mission, fields } };
};
