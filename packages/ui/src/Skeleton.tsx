import './Skeleton.css';

/** Grey lines in the shape of what is coming; keeps the page from jumping. */
export const Skeleton = ({
  lines = 3,
  shape = 'lines',
}: {
  readonly lines?: number;
  readonly shape?: 'lines' | 'rows' | 'cards';
}) => (
  <div className={`skeleton skeleton-${shape}`} aria-busy="true">
    <span className="visually-hidden">正在加载</span>
    {Array.from({ length: lines }, (_, i) => (
      <span key={i} className="skeleton-line" />
    ))}
  </div>
);
