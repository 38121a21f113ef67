import type { Mark } from '@zhitongche/survey';
import './FaceIcon.css';

/** Mouths from a smile to its opposite. */
const MOUTH: Readonly<Record<Mark, string>> = {
  5: 'M18 38 Q32 62 46 38 Z',
  4: 'M20 40 Q32 50 44 40',
  3: 'M21 43 H43',
  2: 'M20 46 Q32 36 44 46',
  1: 'M18 49 Q32 33 46 49',
};

/** The face of a level; the word beside it says the same. */
export const FaceIcon = ({ mark }: { readonly mark: Mark }) => (
  <svg viewBox="0 0 64 64" className={`face-icon face-icon-${mark}`} aria-hidden="true">
    <circle cx="32" cy="32" r="32" className="face-icon-ground" />
    <circle cx="23" cy="26" r="3.4" />
    <circle cx="41" cy="26" r="3.4" />
    <path d={MOUTH[mark]} className={mark === 5 ? undefined : 'face-icon-line'} />
  </svg>
);
