import type { Command } from './command.ts';
import { ACTS } from './flow-words.ts';
import type { OpenAct } from './open-acts.ts';
import { blocking, type Problem } from '@zhitongche/base';
import type { Service } from './service.ts';
import type { CaseState } from './state.ts';
import { STATUS_WORDS } from './status-words.ts';

/** A refusal of an act. */
export const refusal = (
  code: string,
  message: string,
  en: string,
  todo: string,
  at: Problem['at'] = [],
): Problem => blocking(`act.${code}`, at, message, en, { todo });

const labelOf = (service: Service, act: string): string | undefined => {
  if (Object.hasOwn(ACTS, act)) return Object.entries(ACTS).find(([kind]) => kind === act)?.[1];
  for (const step of Object.values(service.flow.steps)) {
    const def = 'acts' in step ? step.acts.find((d) => (d.key ?? d.kind) === act) : undefined;
    if (def) return def.label ?? ACTS[def.kind];
  }
  return undefined;
};

/** The act does not exist in this service, or it is not open now: says where the case stands and what is open. */
export const notOpen = (
  service: Service,
  state: CaseState,
  command: Command,
  open: readonly OpenAct[],
): Problem => {
  const label = labelOf(service, command.act);
  if (label === undefined) {
    return refusal('unknown', '没有这个办理动作', 'There is no such act', '请刷新页面后重试');
  }
  const words = STATUS_WORDS[state.status];
  const step = state.step === null ? undefined : service.flow.steps[state.step];
  const where = step ? `${words.zh}，当前环节“${step.title}”` : words.zh;
  const acts = [...new Set(open.map((act) => act.label))].join('、');
  const actsEn = [...new Set(open.map((act) => act.en))].join(', ');
  return refusal(
    'not-open',
    `现在不能“${label}”：办件${where}`,
    `This act is not open now: the case is "${words.en}"${step?.en ? ` at "${step.en}"` : ''}. Open to you: ${actsEn || 'nothing'}`,
    acts ? `您现在可以办理：${acts}` : '您在本办件中暂无可办理的事项，请刷新页面查看最新进展',
  );
};

/** Several seats offer the act and none was named. */
export const seatNeeded = (): Problem =>
  refusal(
    'seat-required',
    '您有多个席位可办理，请选择其中一个',
    'Several seats are open to you',
    '请选择席位后重试',
    ['seat'],
  );
