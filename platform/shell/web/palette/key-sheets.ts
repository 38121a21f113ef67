/** Keys of one place, as the sheet of keys tells them. */
export interface KeyGroup {
  readonly title: string;
  readonly keys: readonly { readonly shown: string; readonly does: string }[];
}

const groups: KeyGroup[] = [
  {
    title: '每一页',
    keys: [
      { shown: 'Ctrl K', does: '找办件、人、单位，或做一件事' },
      { shown: '?', does: '本说明' },
      { shown: 'Tab', does: '下一处；Shift Tab 上一处' },
      { shown: 'Esc', does: '关上打开的窗口' },
    ],
  },
];

/** Adds the keys of a place to the sheet. */
export const addKeys = (group: KeyGroup): void => {
  groups.push(group);
};

/** The keys of every place, those of all pages first. */
export const keyGroups = (): readonly KeyGroup[] => groups;
