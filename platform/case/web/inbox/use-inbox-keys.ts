import type { CursorMove, InboxCursor } from './inbox-cursor.ts';
import { useKeys } from '@zhitongche/ui';

/** What each key of the inbox does; keys it does not know are left to the page. */
export const useInboxKeys = ({
  cursor,
  ids,
  beside,
  move,
  onPage,
  onOpen,
  onHelp,
  onRefresh,
}: {
  readonly cursor: InboxCursor;
  /** Cases shown, in their order. */
  readonly ids: readonly string[];
  /** True while a case is read beside the list. */
  readonly beside: boolean;
  readonly move: (step: CursorMove) => void;
  readonly onPage: (id: string) => void;
  readonly onOpen: (id: string | undefined) => void;
  readonly onHelp: () => void;
  readonly onRefresh: () => void;
}): void =>
  useKeys((key, e) => {
    switch (key) {
      case 'j':
      case 'ArrowDown':
        move({ do: 'down' });
        return true;
      case 'k':
      case 'ArrowUp':
        move({ do: 'up' });
        return true;
      case 'Home':
      case 'End':
        move({ do: key === 'Home' ? 'first' : 'last' });
        return true;
      case 'Enter':
      case 'o':
        if (cursor.at === null) return false;
        onPage(cursor.at);
        return true;
      case 'x':
        move({ do: 'toggle', through: e.shiftKey });
        return true;
      case '*':
        move({ do: 'all' });
        return true;
      case 'Escape':
        if (cursor.chosen.size > 0) move({ do: 'none' });
        else if (beside) onOpen(undefined);
        return true;
      case 'v':
        if (cursor.at === null) move({ do: 'first' });
        onOpen(beside ? undefined : (cursor.at ?? ids[0]));
        return true;
      case 'r':
        onRefresh();
        return true;
      case '?':
        onHelp();
        return true;
      default:
        return false;
    }
  });
