/** What is written ahead where one agrees. */
export const AGREED = '同意。';

/** Phrases every office uses, for people who have not kept their own yet, by what is done. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  agree: [AGREED, '拟同意，请领导审示。', '请按规定办理。', '已核，材料齐全，符合规定。'],
  correct: ['请按所列各项一次补正后重新提交。', '材料不齐，请补齐后重新提交。'],
  return: ['请核实后再报。', '请补充审核意见后再报。'],
  refuse: ['不符合规定，不予同意。'],
  suspend: ['情况待核实，暂缓办理。'],
  transfer: ['请按职责办理。'],
  entrust: ['请按职责办理。'],
  'add-before': ['请提出意见。'],
  'add-after': ['请提出意见。'],
  copy: ['请阅知。'],
  escalate: ['拟同意，呈请批示。'],
};
/** Acts in which agreeing is what is done. */
const AGREEING: ReadonlySet<string> = new Set(['agree', 'advance', 'escalate']);
const AGREES = /^(已核|已阅)?[，,]?(拟|原则)?同意/;

/** Phrases to offer with an act, the person's own first; none that agrees where one does not. */
export const phrasesFor = (kind: string, own: readonly string[]): readonly string[] => {
  const fitting = AGREEING.has(kind) ? own : own.filter((phrase) => !AGREES.test(phrase));
  return [...new Set([...fitting, ...(USUAL[kind] ?? [])])];
};
