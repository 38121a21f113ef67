import type { CaseView } from '@zhitongche/contract';
import { toy } from '../../../../platform/case/model/testing/toy-service.ts';
import { ActNotices } from '../../../../platform/case/web/act/ActNotices.tsx';
import { DecisionCard } from '../../../../platform/case/web/card/DecisionCard.tsx';
import { OpinionsPanel } from '../../../../platform/case/web/card/OpinionsPanel.tsx';
import { PeopleList } from '../../../../platform/case/web/card/PeopleList.tsx';
import { StatusBadge, UrgentBadge } from '../../../../platform/case/web/case/StatusBadge.tsx';
import { StoryPanel } from '../../../../platform/case/web/case/StoryPanel.tsx';
import { DecideBar } from '../../../../platform/case/web/decide/DecideBar.tsx';
import { DecidedPanel } from '../../../../platform/case/web/decide/DecidedPanel.tsx';
import { StandPanel } from '../../../../platform/case/web/desk/StandPanel.tsx';
import { Approved } from '../../../../platform/case/web/hall/case/Approved.tsx';
import { NextStep } from '../../../../platform/case/web/hall/case/NextStep.tsx';
import { SaveState } from '@zhitongche/case/web';
import { CaseLine } from '../../../../platform/case/web/hall/list/CaseLine.tsx';
import { offer, viewWith } from '../../../../platform/case/web/testing/sample-case.ts';
import { TwoVersions } from '../../../../platform/form/web/versions/TwoVersions.tsx';
import { ApiProblem, Button } from '@zhitongche/ui';
import { useState } from 'react';
import { idle, type Pattern, problem } from './pattern.ts';

const ACTS = [
  offer('agree', { label: '同意', primary: true }),
  offer('correct', { label: '退回补正', opinion: 'required' }),
  offer('transfer', { label: '转办' }),
  offer('refuse', { label: '不予同意', opinion: 'required', danger: true }),
];
const REFUND = offer('refund:1', {
  kind: 'refund',
  label: '申请退款（120.00 元）',
  seat: null,
  form: 'money-refund',
});
const CARD: CaseView['brief'] = {
  sentence: '林若谷等 6 人赴日本、韩国、新加坡，签署 3 份经贸备忘录',
  under: ['副厅长', '在年度计划内', '今年第 1 次出访'],
  figures: [
    { value: '8', unit: '天', caption: '1月11日至18日' },
    { value: '6', unit: '人', caption: '厅级 1 人，处级 2 人' },
    { value: '18.41', unit: '万元', caption: '外事经费' },
  ],
  line: [
    { name: '云泽', under: '1月11日', end: true },
    { name: '东京', under: '3 晚' },
    { name: '首尔', under: '2 晚' },
    { name: '新加坡', under: '2 晚' },
    { name: '云泽', under: '1月18日', end: true },
  ],
  people: {
    title: '出访人员',
    unit: '人',
    all: [
      { name: '林若谷', post: '云泽省商务厅副厅长', note: '团长' },
      { name: '孟明远', post: '云泽省商务厅处长' },
    ],
  },
};
const view = (more: Partial<CaseView> = {}): CaseView => ({ ...viewWith(ACTS), brief: CARD, ...more });
const standing = (status: CaseView['state']['status'], acts: CaseView['acts'] = []): CaseView => {
  const base = view({ acts: [...acts] });
  return { ...base, row: { ...base.row, status }, state: { ...base.state, status } };
};
const deciding = (problems: CaseView['problems']): CaseView => {
  const base = view({ problems });
  return {
    ...base,
    state: { ...base.state, step: 'review', explanations: { 'pattern.warn': '须到场签约' } },
  };
};
const bar = (shown: CaseView, place: 'rail' | 'row' = 'rail') => (
  <DecideBar
    view={shown}
    faults={0}
    onAct={idle}
    onTaken={idle}
    quiet={() => true}
    reload={() => Promise.resolve(undefined)}
    place={place}
  />
);
const at = '2026-03-02T02:32:00.000Z';
const decided = (undo: boolean) => ({
  after: view(),
  verb: '同意',
  words: '同意。',
  at,
  undo: undo ? offer('withdraw', { label: '撤回', opinion: 'none' }) : undefined,
  place: 0,
});

const STALE = {
  type: 'about:blank',
  title: '办件已变动',
  status: 409,
  code: 'case.stale-revision',
  detail: '办件已经变动。',
  en: 'The case has changed.',
  conflict: { revision: 8, by: '李思远', at },
};

const Versions = () => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>打开</Button>
      {open ? (
        <TwoVersions
          form={toy.form}
          base={{ title: '座谈会', guests: 30 }}
          mine={{ title: '友好城市座谈会', guests: 36 }}
          theirs={{ title: '座谈会（春季）', guests: 30, foreign: true }}
          by="李知远"
          onSettle={() => setOpen(false)}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
};

/** Parts of a case, in each state a case can be in. */
export const CASE_PARTS: readonly Pattern[] = [
  {
    of: 'DecisionCard',
    states: {
      无例外: () => <DecisionCard view={deciding([])} service={toy} />,
      有例外: () => (
        <DecisionCard
          view={deciding([problem('warn', '两名领导同团'), problem('block', '超过 8 天')])}
          service={toy}
        />
      ),
    },
  },
  { of: 'PeopleList', states: { 两人: () => <PeopleList view={view()} /> } },
  { of: 'OpinionsPanel', states: { 还没有: () => <OpinionsPanel view={view()} service={toy} /> } },
  { of: 'StandPanel', states: { 一席: () => <StandPanel view={view()} /> } },
  { of: 'StoryPanel', states: { 还没有: () => <StoryPanel view={view()} /> } },
  {
    of: 'StatusBadge',
    states: {
      每种状态: () => (
        <div className="row">
          {(
            [
              'draft',
              'running',
              'correcting',
              'suspended',
              'stuck',
              'completed',
              'refused',
              'cancelled',
            ] as const
          ).map((status) => (
            <StatusBadge key={status} row={{ status, stepTitle: '窗口受理' }} />
          ))}
          <UrgentBadge row={{ flags: ['urgent'] }} />
        </div>
      ),
    },
  },
  {
    of: 'DecideBar',
    states: {
      轮到您: () => bar(view()),
      一行: () => bar(view(), 'row'),
      不等您: () => bar(view({ acts: [REFUND] })),
      没有可办的: () => bar(view({ acts: [] })),
    },
  },
  {
    of: 'DecidedPanel',
    states: {
      可撤回: () => <DecidedPanel decided={decided(true)} service={toy} onBack={idle} onClose={idle} />,
      不能撤回: () => <DecidedPanel decided={decided(false)} service={toy} onBack={idle} onClose={idle} />,
    },
  },
  {
    of: 'ActNotices',
    states: {
      没有网络: () => (
        <ActNotices
          act={{ ...offer('agree'), behalf: null }}
          view={view()}
          shell="hall"
          stuck
          gone={false}
          onRenew={idle}
          refusal={undefined}
        />
      ),
      已变化: () => (
        <ActNotices
          act={offer('agree', { behalf: '孟怀瑾' })}
          view={view()}
          shell="desk"
          stuck={false}
          gone
          onRenew={idle}
          refusal={undefined}
        />
      ),
      他人已办: () => (
        <ActNotices
          act={offer('agree')}
          view={view()}
          shell="desk"
          stuck={false}
          gone={false}
          onRenew={idle}
          refusal={new ApiProblem(STALE)}
        />
      ),
    },
  },
  {
    of: 'NextStep',
    states: {
      草稿: () => <NextStep view={standing('draft', [offer('submit', { primary: true })])} service={toy} />,
      办理中: () => <NextStep view={standing('running')} service={toy} />,
      补正: () => (
        <NextStep view={standing('correcting', [offer('submit', { primary: true })])} service={toy} />
      ),
      不予同意: () => <NextStep view={standing('refused')} service={toy} />,
      已撤销: () => <NextStep view={standing('cancelled')} service={toy} />,
      已办结: () => <NextStep view={standing('completed')} service={toy} />,
    },
  },
  { of: 'Approved', states: { 文书在出: () => <Approved view={standing('issuing')} service={toy} /> } },
  {
    of: 'SaveState',
    states: {
      每种: () => (
        <div className="stack">
          <SaveState state={{ status: { is: 'saved' }, savedAt: at }} />
          <SaveState state={{ status: { is: 'saving' }, savedAt: null }} />
          <SaveState state={{ status: { is: 'offline' }, savedAt: null }} />
          <SaveState state={{ status: { is: 'conflict', by: '李知远', at, revision: 8 }, savedAt: null }} />
          <SaveState state={{ status: { is: 'refused', why: '内容太大。' }, savedAt: null }} />
        </div>
      ),
    },
  },
  {
    of: 'CaseLine',
    states: {
      办理中: () => <CaseLine row={{ ...view().row, light: 'amber', daysLeft: 0 }} />,
      补正: () => <CaseLine row={standing('correcting').row} />,
      办结: () => <CaseLine row={standing('completed').row} />,
    },
  },
  { of: 'TwoVersions', states: { 打开: () => <Versions /> } },
];
