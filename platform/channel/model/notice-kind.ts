/** What a message inside the program is about, with what people call it when they wish to be told at once. */
export const NOTICE_KINDS = {
  turn: '等待办理',
  opinion: '征求意见',
  moved: '转办、委托、移交',
  urged: '催办',
  correction: '补正',
  reminder: '临近时限',
  overdue: '超过时限',
  issued: '文书出具或作废',
  closed: '办结',
  copied: '抄送',
  told: '事项提示',
  row: '台账提醒',
  account: '账户安全',
} as const satisfies Readonly<Record<string, string>>;

/** Code of a kind as it stands beside the message. */
export type NoticeKind = keyof typeof NOTICE_KINDS;
