import type { CaseEvent, CaseState, Doer } from '@zhitongche/kernel';

/** A message to one person, told beside the case. */
export interface NoticeTo {
  readonly person: string;
  readonly text: string;
}

const OUTCOME = { completed: '已办结', refused: '未获同意', cancelled: '已撤销' } as const;

/** Who must be told what by these events; pools see their inbox move instead, and nobody is told of an own act. */
export function noticesOf(after: CaseState, events: readonly CaseEvent[], doer: Doer): readonly NoticeTo[] {
  const title = `《${after.summary?.title ?? '办件'}》`;
  const applicant = after.applicant?.id;
  const toApplicant = (text: string): readonly NoticeTo[] => (applicant ? [{ person: applicant, text }] : []);
  const seatPersons = (ids: readonly string[]): readonly string[] =>
    after.seats.flatMap((seat) => (ids.includes(seat.id) && seat.person ? [seat.person.id] : []));

  const told = events.flatMap((event): readonly NoticeTo[] => {
    switch (event.type) {
      case 'correction-asked':
        return toApplicant(`${title}需要补正：共 ${event.faults.length} 处，请修改后重新提交。`);
      case 'step-entered':
        return event.seats.flatMap((seat) =>
          seat.person && seat.ready ? [{ person: seat.person.id, text: `${title}等待您办理。` }] : [],
        );
      case 'seats-added':
        return event.seats.flatMap((seat) =>
          seat.person ? [{ person: seat.person.id, text: `${doer.name}请您就${title}提出意见。` }] : [],
        );
      case 'transferred':
        return [{ person: event.to.id, text: `${doer.name}将${title}转给您办理。` }];
      case 'entrusted':
        return [{ person: event.to.id, text: `${doer.name}委托您办理${title}。` }];
      case 'copied':
        return event.to.map((person) => ({ person: person.id, text: `${doer.name}将${title}抄送给您。` }));
      case 'urged':
        return seatPersons(event.seats).map((person) => ({ person, text: `${doer.name}催办${title}。` }));
      case 'reminded':
        return seatPersons(openSeats(after)).map((person) => ({
          person,
          text: `${title}临近时限 ${event.due}。`,
        }));
      case 'overdue':
        return seatPersons(openSeats(after)).map((person) => ({
          person,
          text: `${title}已超过时限 ${event.due}。`,
        }));
      case 'issued':
        return toApplicant(`${title}的文书已出具，可以下载。`);
      case 'effect':
        return event.effect.do === 'revoke' ? toApplicant(`${title}已撤销，已出具的文书全部作废。`) : [];
      case 'closed':
        return toApplicant(`${title}${OUTCOME[event.outcome]}。`);
      default:
        return [];
    }
  });
  const once = new Map(told.map((notice) => [`${notice.person} ${notice.text}`, notice]));
  return [...once.values()].filter((notice) => notice.person !== doer.id);
}

const openSeats = (state: CaseState): readonly string[] =>
  state.seats.flatMap((seat) => (seat.status === 'open' && seat.ready ? [seat.id] : []));
