/** What a key does in the inbox; also the list the help shows. */
export const INBOX_KEYS = [
  { keys: ['j', 'ArrowDown'], shown: 'j ↓', does: '下一件' },
  { keys: ['k', 'ArrowUp'], shown: 'k ↑', does: '上一件' },
  { keys: ['Enter', 'o'], shown: 'Enter', does: '打开' },
  { keys: ['x'], shown: 'x', does: '选中或取消（按住 Shift 连选）' },
  { keys: ['*'], shown: '*', does: '选中已显示的全部' },
  { keys: ['Escape'], shown: 'Esc', does: '取消选择、关闭右侧' },
  { keys: ['v'], shown: 'v', does: '左右对照查看' },
  { keys: ['r'], shown: 'r', does: '显示最新' },
  { keys: ['/'], shown: '/', does: '搜索' },
  { keys: ['?'], shown: '?', does: '本说明' },
] as const;

/** What a key does on a case's page. */
export const CASE_KEYS = [
  { shown: 'a', does: '办理（最可能的一项）' },
  { shown: 'Ctrl Enter', does: '在意见框中：确认办理' },
  { shown: '1 2', does: '窄屏时切换申报内容、附件与文书' },
  { shown: 'u', does: '回到收件箱' },
] as const;
