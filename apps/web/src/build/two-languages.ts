import type { Plugin } from 'vite';

const OTHERS =
  /\/react-(?:aria|stately|aria-components)\/dist\/.*\/intl\/.*\/(?!zh-CN|en-US)[a-z]{2}-[A-Z]{2}\.m?js$/;

/** Empties react-aria's messages in languages we do not speak: some thirty of them would otherwise travel to every browser. */
export const twoLanguages = (): Plugin => ({
  name: 'two-languages',
  enforce: 'pre',
  load: (id) => (OTHERS.test(id) ? 'export default {};' : undefined),
});
