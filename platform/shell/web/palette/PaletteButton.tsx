import { cx, Icon, lazily, useKeys, useShared } from '@zhitongche/ui';
import { Suspense, useEffect, useState } from 'react';
import type { NavItem } from '../nav-item.ts';
import './PaletteButton.css';

const Palette = lazily(() => import('./Palette.tsx').then((m) => m.Palette));
const KeySheet = lazily(() => import('./KeySheet.tsx').then((m) => m.KeySheet));

/** The way into the palette, on every page of a shell: a box to press, Ctrl K, and `?` for the keys. */
export const PaletteButton = ({
  shell,
  nav,
}: {
  readonly shell: 'hall' | 'desk';
  readonly nav: readonly NavItem[];
}) => {
  const { say } = useShared();
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  useEffect(() => {
    const listen = (e: KeyboardEvent): void => {
      if (!(e.ctrlKey || e.metaKey) || e.altKey || e.shiftKey || e.key.toLowerCase() !== 'k') return;
      e.preventDefault();
      setOpen((now) => (now === 'palette' ? null : 'palette'));
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  useKeys((key, e) => {
    // A page with keys of its own has shown them already.
    if (key !== '?' || e.defaultPrevented) return false;
    setOpen('keys');
    return true;
  });
  const close = (): void => setOpen(null);
  return (
    <>
      <button
        type="button"
        className={cx('palette-button', shell === 'desk' && 'palette-button-desk')}
        aria-label={say('查找（Ctrl K）', 'Find (Ctrl K)')}
        aria-keyshortcuts="Control+K"
        onClick={() => setOpen('palette')}
      >
        <Icon name="search" size="s" />
        <span className="palette-words">
          {shell === 'desk' ? '找办件、人、单位，或做一件事' : say('查找', 'Find')}
        </span>
        <kbd className="palette-key">Ctrl K</kbd>
      </button>
      <Suspense fallback={null}>
        {open === 'palette' ? (
          <Palette shell={shell} nav={nav} onClose={close} onKeys={() => setOpen('keys')} />
        ) : null}
        {open === 'keys' ? <KeySheet onClose={close} /> : null}
      </Suspense>
    </>
  );
};
