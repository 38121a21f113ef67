import { dayInChinese } from '@zhitongche/base';
import {
  type CaseEvent,
  type CaseState,
  type Doer,
  paperTitle,
  type Service,
  stands,
} from '@zhitongche/case';
import type { NoticeKind } from '@zhitongche/channel';
import { isInward, ofUnit } from '../query/inward.ts';

/** A message to one person, told beside the case. */
export interface NoticeTo {
  readonly person: string;
  readonly text: string;
  readonly kind: NoticeKind;
}

/** What is told together is as pressing as the most pressing of it. */
const PRESSING: readonly NoticeKind[] = [
  'overdue',
  'urged',
  'correction',
  'reminder',
  'issued',
  'closed',
  'turn',
  'opinion',
  'moved',
  'copied',
];

const OUTCOME = { completed: '已办结', refused: '未获同意', cancelled: '已撤销' } as const;

/** Who must be told what by these events, one message a person for what was decided at once; pools see their inbox move instead, and nobody is told of an own act. */
export function noticesOf(
  after: CaseState,
  events: readonly CaseEvent[],
  doer: Doer,
  service: Pick<Service, 'papers' | 'strands'>,
): readonly NoticeTo[] {
  const title = `《${after.summary?.title ?? '办件'}》`;
  const applicant = after.applicant?.id;
  const toApplicant = (kind: NoticeKind, text: string): readonly NoticeTo[] =>
    applicant ? [{ person: applicant, kind, text }] : [];
  const seatPersons = (ids: readonly string[]): readonly string[] =>
    after.seats.flatMap((seat) => (ids.includes(seat.id) && seat.person ? [seat.person.id] : []));

  const told = events.flatMap((event): readonly NoticeTo[] => {
    switch (event.type) {
      case 'correction-asked':
        return toApplicant(
          'correction',
          `${title}需要补正：共 ${event.faults.length} 处，请修改后重新提交。`,
        );
      case 'step-entered':
        return event.seats.flatMap((seat) =>
          seat.person && seat.ready
            ? [{ person: seat.person.id, kind: 'turn', text: `${title}等待您办理。` }]
            : [],
        );
      case 'seats-added':
        return event.seats.flatMap((seat) =>
          seat.person
            ? [{ person: seat.person.id, kind: 'opinion', text: `${doer.name}请您就${title}提出意见。` }]
            : [],
        );
      case 'transferred':
        return [{ person: event.to.id, kind: 'moved', text: `${doer.name}将${title}转给您办理。` }];
      case 'handed-on':
        return [
          { person: event.to.id, kind: 'moved', text: `${event.from.name}经办的${title}移交给您接办。` },
        ];
      case 'entrusted':
        return [{ person: event.to.id, kind: 'moved', text: `${doer.name}委托您办理${title}。` }];
      case 'copied':
        return event.to.map((person) => ({
          person: person.id,
          kind: 'copied',
          text: `${doer.name}将${title}抄送给您。`,
        }));
      case 'urged':
        return seatPersons(event.seats).map((person) => ({
          person,
          kind: 'urged',
          text: `${doer.name}催办${title}。`,
        }));
      case 'reminded':
        return seatPersons(openSeats(after)).map((person) => ({
          person,
          kind: 'reminder',
          text: `${title}临近时限${dayInChinese(event.due)}。`,
        }));
      case 'overdue':
        return seatPersons(openSeats(after)).map((person) => ({
          person,
          kind: 'overdue',
          text: `${title}已超过时限${dayInChinese(event.due)}。`,
        }));
      case 'strands-late':
        return seatPersons(openSeats(after, service.strands?.[event.strands]?.inward)).map((person) => ({
          person,
          kind: 'overdue',
          text: `${title}有 ${event.ids.length} 个分项已超过时限。`,
        }));
      case 'issued':
      case 'issue-failed':
        return toApplicant('issued', issuedTogether(after, event.paper, service, title));
      case 'effect':
        return event.effect.do === 'revoke' && event.effect.papers === undefined
          ? toApplicant('issued', `${title}已撤销，已出具的文书全部作废。`)
          : [];
      case 'closed':
        return toApplicant('closed', `${title}${OUTCOME[event.outcome]}。`);
      default:
        return [];
    }
  });
  const own = told.filter(({ person, text }) => person !== doer.id && text !== '');
  return [...new Set(own.map(({ person }) => person))].map((person) => {
    const his = own.filter((one) => one.person === person);
    return {
      person,
      kind: PRESSING.find((kind) => his.some((one) => one.kind === kind)) ?? 'told',
      text: [...new Set(his.map(({ text }) => text))].join(''),
    };
  });
}

/** Papers asked for together, told once the last of them is there: each by its name, numbered ones (the decision) first. */
function issuedTogether(
  { papers }: CaseState,
  key: string,
  service: Pick<Service, 'papers'>,
  title: string,
): string {
  const { step } = papers.findLast((entry) => entry.paper === key) ?? {};
  const together = papers.filter(
    (entry) => entry.step === step && stands(entry) && !isInward(service, entry.paper),
  );
  const made = together.filter((entry) => entry.status === 'issued');
  if (made.length === 0 || together.some((entry) => entry.status === 'asked')) return '';
  const names = made
    .toSorted((a, b) => Number(b.number !== undefined) - Number(a.number !== undefined))
    .map((entry) => {
      const name = paperTitle(service, entry.paper);
      return entry.number === undefined ? name : `${name}（${entry.number}）`;
    });
  return `${title}的${names.join('、')}已出具，可以下载。`;
}

/** Whose turn it is; `inward`: of the offices only. */
const openSeats = ({ seats }: CaseState, inward = false): readonly string[] =>
  seats.flatMap((seat) =>
    seat.status === 'open' && seat.ready && !(inward && ofUnit(seat, seats)) ? [seat.id] : [],
  );
