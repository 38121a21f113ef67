import { anyStrand, type CaseState, type FlowContext, type LinkDef, type OpenDef } from '@zhitongche/case';
import { textIn } from '../../shared/lookup-rows.ts';
import { asksEconomies, type Card, readCard } from './form.ts';
import { recordOf } from './keeps.ts';

/** What a later business takes over from the one before. */
const KEPT = [
  'unit',
  'uscc',
  'latinUnit',
  'place',
  'ownership',
  'sector',
  'clerk',
  'phone',
  'name',
  'latinName',
  'citizenId',
  'passport',
  'post',
  'role',
  'employedOn',
] as const satisfies readonly (keyof Card)[];

const follows = (
  kind: 'early' | 'passport' | 'remake' | 'replace' | 'reissue' | 'cancel' | 'renew',
  label: string,
  en: string,
  when: (context: FlowContext) => boolean,
): OpenDef => ({
  key: kind,
  label,
  en,
  service: 'apec-card',
  link: 'follows',
  when,
  answers(state, { caseNumber }) {
    const card = readCard(state.answers);
    const made = recordOf(state, 'card');
    return [
      {
        ...Object.fromEntries(KEPT.flatMap((key) => (card[key] === undefined ? [] : [[key, card[key]]]))),
        kind,
        ...(kind === 'early' || kind === 'passport' ? { applied: caseNumber } : {}),
        ...(textIn(made['number']) === ''
          ? {}
          : { oldCard: textIn(made['number']), oldUntil: textIn(made['until']) }),
      },
    ];
  },
});

const under = (state: CaseState): boolean =>
  asksEconomies(readCard(state.answers)) && (state.step === 'ministry' || state.step === 'economies');
const hasCard = ({ state }: FlowContext): boolean =>
  state.status === 'completed' && state.records['card'] !== undefined;

export const links: readonly LinkDef[] = [
  { key: 'follows', to: ['apec-card'], label: '后续业务', back: '前次申请', byHand: true },
];

/** Later businesses of an application or a card, with what is known of them. */
export const opens: readonly OpenDef[] = [
  follows(
    'early',
    '申请提前制卡',
    'Ask for the card early',
    ({ state }) =>
      under(state) && anyStrand(state, 'economy', 'approved') && anyStrand(state, 'economy', 'pending'),
  ),
  follows('passport', '更换护照', 'Another passport', ({ state }) => under(state)),
  follows(
    'remake',
    '重新制卡',
    'Make it anew',
    (context) => hasCard(context) && readCard(context.answers).kind === 'early',
  ),
  follows('renew', '续办', 'Renew', hasCard),
  follows('replace', '换卡', 'Replace', hasCard),
  follows('reissue', '补卡', 'Reissue', hasCard),
  follows('cancel', '注销', 'Cancel', hasCard),
];
