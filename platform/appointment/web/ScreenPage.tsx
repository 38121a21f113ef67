import { useParams } from '@tanstack/react-router';
import { useRead } from '@zhitongche/contract/web';
import { useShellLook } from '@zhitongche/shell/web';
import { ErrorState } from '@zhitongche/ui';
import './screen.css';

const AGAIN = 3_000;

/** The screen of a hall: which number goes where, who is next. Numbers only, in both languages, and it goes on by itself. */
export const ScreenPage = () => {
  useShellLook('hall');
  const { place } = useParams({ from: '/screen/$place' });
  const screen = useRead('queueScreen', { params: { place } }, { refetchInterval: AGAIN, staleTime: 0 });
  if (screen.isError && !screen.data)
    return (
      <main id="main">
        <h1 className="visually-hidden">
          叫号 <span lang="en">Now serving</span>
        </h1>
        <ErrorState error={screen.error} onRetry={() => void screen.refetch()} />
      </main>
    );
  const { title = '', called = [], waiting = [] } = screen.data ?? {};
  return (
    <main className="queue-screen" id="main">
      <header className="queue-screen-head">
        <h1>{title}</h1>
        <span>
          叫号 <span lang="en">Now serving</span>
        </span>
      </header>
      <ul className="queue-screen-called" aria-live="polite">
        {called.map(({ no, desk, calls }) => (
          <li key={`${no} ${calls}`}>
            <strong>{no}</strong>
            <span>
              请到 <span lang="en">please go to</span> {desk}
            </span>
          </li>
        ))}
      </ul>
      {called.length === 0 ? (
        <p className="queue-screen-none">
          请稍候 <span lang="en">Please wait</span>
        </p>
      ) : null}
      <footer className="queue-screen-next">
        <span>
          等候 <span lang="en">Waiting</span>
        </span>
        <ol>
          {waiting.map((no) => (
            <li key={no}>{no}</li>
          ))}
        </ol>
        {screen.isError ? (
          <span>
            网络断开，正在重连 <span lang="en">Reconnecting</span>
          </span>
        ) : null}
      </footer>
    </main>
  );
};
