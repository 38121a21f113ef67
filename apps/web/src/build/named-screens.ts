import { SCREENS } from '@zhitongche/ui/screens.ts';
import type { CSSOptions } from 'vite';

type PostCss = Exclude<NonNullable<CSSOptions['postcss']>, string>;

const names = new Map<string, string>(Object.entries(SCREENS).map(([name, query]) => [`--${name}`, query]));

/** Writes out the named widths of a media query; a name nobody gave is a bug and throws. */
export const spelled = (query: string): string =>
  query.replaceAll(/\((--[a-z-]+)\)/g, (_, name: string) => {
    const width = names.get(name);
    if (width === undefined) throw new Error(`No screen is called ${name}`);
    return width;
  });

/** Lets styles ask for a screen by its name: browsers of 2022 do not know custom media. */
export const namedScreens: PostCss = {
  plugins: [
    {
      postcssPlugin: 'named-screens',
      AtRule: {
        media: (rule) => {
          if (rule.params.includes('(--')) rule.params = spelled(rule.params);
        },
      },
    },
  ],
};
