import { Button } from './Button.tsx';
import { type Total, totalText } from './total-text.ts';
import './Pager.css';

/** Foot of an endless list: how many are shown and the rest on demand. */
export const Pager = ({
  shown,
  total,
  more,
  loading,
  onMore,
}: {
  readonly shown: number;
  readonly total?: Total | undefined;
  readonly more: boolean;
  readonly loading: boolean;
  readonly onMore: () => void;
}) => (
  <div className="pager">
    <p className="soft" aria-live="polite">
      {totalText('条', { shown, more, total })}
    </p>
    {more ? (
      <Button pending={loading} onPress={onMore}>
        再显示一些
      </Button>
    ) : null}
  </div>
);
