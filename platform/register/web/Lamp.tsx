import './Due.css';

const SHAPES = {
  red: <path d="M6 .5 11.5 11H.5L6 .5Z" />,
  amber: <path d="M6 .5 11.5 6 6 11.5.5 6 6 .5Z" />,
  green: <circle cx="6" cy="6" r="5" />,
} as const;

/** How pressing something is, by shape as well as colour. */
export const Lamp = ({ light }: { readonly light: keyof typeof SHAPES }) => (
  <svg className="kept-due-lamp" viewBox="0 0 12 12" aria-hidden="true">
    {SHAPES[light]}
  </svg>
);
