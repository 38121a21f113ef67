import type { ActDef, Flow, FlowContext, Step, Who, WorkStep } from '@zhitongche/case';
import { agree, desk, disagree, divisionsListed, giveBack as plainlyBack } from '../../shared/desk-acts.ts';
import { key } from './policy.ts';

const officer: Who = { applicant: true };
const head: Who = { role: 'division-head', at: 'division:finance' };

const giveBack: ActDef = {
  ...plainlyBack,
  effects: [{ do: 'notify', to: officer, text: '预算已退回，请按意见修改后重新提交' }],
};

const listed = (name: string) => (context: FlowContext) =>
  !context.underCity && context.policy.list(key(name)).length > 0;
const ofProvince = (context: FlowContext): boolean => !context.underCity;
const asked = (name: string) => (context: FlowContext) =>
  !context.underCity && context.policy.flag(key(name));

/** A leader's step; a city office's own leader takes the place of the province's. */
const review = (
  title: string,
  en: string,
  who: Who,
  when: (context: FlowContext) => boolean,
  more: Pick<WorkStep, 'phase' | 'days' | 'next' | 'decides'>,
): Step => ({ kind: 'work', title, en, who, when, ...more, acts: [agree, giveBack, ...desk] });

/** From what the divisions ask for to the published budget: up, down, up, down (二上二下). */
export const flow: Flow = {
  start: 'collect',
  steps: {
    collect: {
      kind: 'panel',
      title: '处室报送需求',
      en: 'Requests of the divisions',
      phase: '一上',
      when: listed('collect'),
      rule: 'all',
      members: divisionsListed(key('collect'), 'division-head'),
      days: key('days.collect'),
      next: 'first-draft',
      onFail: 'first-draft',
      acts: [{ ...agree, label: '报送需求', en: 'Send requests', form: 'request' }, ...desk],
    },
    'first-draft': {
      kind: 'work',
      title: '编制一上',
      en: 'First draft',
      phase: '一上',
      who: officer,
      days: key('days.first'),
      next: 'first-review',
      acts: [
        {
          kind: 'advance',
          key: 'file-first',
          label: '提交一上',
          en: 'File the first draft',
          opinion: 'none',
          form: 'first',
        },
      ],
    },
    'first-review': review('财务负责人审核', 'Review by the head of finance', head, ofProvince, {
      phase: '一上',
      days: key('days.review'),
      decides: (context) => !asked('first-leader')(context),
      next: 'first-leader',
    }),
    'first-leader': review(
      '分管副主任审核',
      'Deputy director',
      { role: 'deputy-director', at: 'office' },
      asked('first-leader'),
      { phase: '一上', days: key('days.leader'), decides: true, next: 'first-city' },
    ),
    'first-city': review(
      '市外办领导审核',
      'Leader of the city office',
      { role: 'city-leader', at: 'city' },
      (context) => context.underCity,
      { phase: '一上', days: key('days.leader'), decides: true, next: 'first-issue' },
    ),
    'first-issue': {
      kind: 'issuing',
      title: '出具一上报送函',
      en: 'Letter with the first draft',
      phase: '一上',
      papers: () => ['first-letter'],
      who: officer,
      next: 'first-up',
    },
    'first-up': {
      kind: 'outside',
      title: '一上待下达控制数',
      en: 'Waiting for the control figures',
      phase: '一下',
      who: officer,
      next: 'second-draft',
      onRefuse: 'first-draft',
      acts: [{ kind: 'report', label: '登记控制数', en: 'Record the control figures', form: 'control' }],
    },
    'second-draft': {
      kind: 'work',
      title: '编制二上',
      en: 'Second draft',
      phase: '二上',
      who: officer,
      days: key('days.second'),
      next: (context) => (context.underCity ? 'second-city' : 'countersign'),
      acts: [
        {
          kind: 'advance',
          key: 'file-second',
          label: '提交二上',
          en: 'File the second draft',
          opinion: 'none',
          form: 'second',
        },
      ],
    },
    countersign: {
      kind: 'panel',
      title: '处室会签',
      en: 'Countersigning',
      phase: '二上',
      when: listed('countersign'),
      rule: 'all',
      members: divisionsListed(key('countersign'), 'countersigner'),
      days: key('days.countersign'),
      next: 'second-review',
      onFail: 'second-draft',
      acts: [agree, disagree, ...desk],
    },
    'second-review': review('财务负责人审核', 'Review by the head of finance', head, ofProvince, {
      phase: '二上',
      days: key('days.review'),
      next: 'second-leader',
    }),
    'second-leader': review(
      '分管副主任审核',
      'Deputy director',
      { role: 'deputy-director', at: 'office' },
      ofProvince,
      { phase: '二上', days: key('days.leader'), decides: true, next: 'party' },
    ),
    party: review('党组审议', 'Party group', { role: 'director', at: 'office' }, asked('party'), {
      phase: '二上',
      days: key('days.leader'),
      decides: true,
      next: 'second-issue',
    }),
    'second-city': review(
      '市外办领导签发',
      'Leader of the city office',
      { role: 'city-leader', at: 'city' },
      (context) => context.underCity,
      { phase: '二上', days: key('days.leader'), decides: true, next: 'second-issue' },
    ),
    'second-issue': {
      kind: 'issuing',
      title: '出具二上报送函',
      en: 'Letter with the second draft',
      phase: '二上',
      papers: () => ['second-letter'],
      who: officer,
      next: 'second-up',
    },
    'second-up': {
      kind: 'outside',
      title: '二上待批复',
      en: 'Waiting for the approval',
      phase: '二下',
      who: officer,
      next: 'adopt',
      onRefuse: 'second-draft',
      acts: [{ kind: 'report', label: '登记批复', en: 'Record the approval', form: 'approval' }],
    },
    adopt: {
      kind: 'work',
      title: '按批复定稿',
      en: 'Budget as approved',
      phase: '二下',
      who: officer,
      days: key('days.adopt'),
      next: 'publish',
      acts: [
        { kind: 'advance', key: 'adopt', label: '按批复定稿', en: 'Adopt', opinion: 'none', form: 'adopted' },
      ],
    },
    publish: {
      kind: 'work',
      title: '向社会公开',
      en: 'Publication',
      phase: '公开',
      who: officer,
      days: key('publish-days'),
      daysFromReply: true,
      lastDay: key('publish-moves'),
      next: 'done',
      acts: [
        {
          kind: 'advance',
          key: 'publish',
          label: '登记公开',
          en: 'Record the publication',
          opinion: 'none',
          form: 'published',
        },
      ],
    },
    done: {
      kind: 'end',
      title: '已公开',
      en: 'Published',
      phase: '公开',
      outcome: 'completed',
      onEnter: [{ do: 'register', register: 'budget-versions' }],
    },
  },
};
