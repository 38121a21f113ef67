import { useLayoutEffect } from 'react';
import { Patterns } from './Patterns.tsx';
import './patterns.css';

const WIDTHS = [1440, 1024, 390] as const;
const THEMES = [
  { theme: 'light', word: '浅色' },
  { theme: 'dark', word: '深色' },
] as const;

/** The page of patterns: all of them in six frames, light and dark at three widths; `?theme=` shows one alone. */
export const PatternsPage = () => {
  const theme = new URLSearchParams(location.search).get('theme');
  useLayoutEffect(() => {
    if (theme !== null) document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  if (theme !== null) return <Patterns />;
  return (
    <div className="pattern-frames">
      {THEMES.flatMap(({ theme: of, word }) =>
        WIDTHS.map((width) => (
          <figure key={`${of} ${width}`}>
            <figcaption>
              {word}，{width} 像素
            </figcaption>
            <iframe title={`${word}，${width} 像素`} src={`?theme=${of}`} width={width} height={900} />
          </figure>
        )),
      )}
    </div>
  );
};
