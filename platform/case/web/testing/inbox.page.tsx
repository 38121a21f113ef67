import '@zhitongche/ui/tokens.css';
import '@zhitongche/ui/base.css';
import '@zhitongche/ui/layout.css';
import '@zhitongche/ui/input.css';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { CURSOR_START, moveCursor } from '../inbox/inbox-cursor.ts';
import { INBOX_COLUMNS } from '../inbox/columns.tsx';
import { InboxGrid } from '../inbox/InboxGrid.tsx';
import '../inbox/Inbox.css';
import { viewWith } from './sample-case.ts';

const ROWS = 10_000;
const { row } = viewWith([]);
const rows = Array.from({ length: ROWS }, (_, i) => ({
  ...row,
  id: `case-${i}`,
  number: `2026-${String(i).padStart(6, '0')}`,
  title: `第 ${i} 个赴日本、韩国、新加坡经贸合作代表团`,
  facts: [
    { label: '人数', value: `${(i % 9) + 1} 人` },
    { label: '国家', value: '日本、韩国' },
  ],
}));
const ids = rows.map(({ id }) => id);
const columns = INBOX_COLUMNS.map(({ key }) => key);
const nothing = new Set<string>();

/** An inbox of ten thousand rows. */
const Page = () => {
  const [cursor, setCursor] = useState(CURSOR_START);
  return (
    <main style={{ height: '100vh', display: 'grid' }}>
      <h1 className="visually-hidden">收件箱</h1>
      <InboxGrid
        rows={rows}
        gone={nothing}
        columns={columns}
        cursor={cursor}
        onMove={(move) => setCursor((now) => moveCursor(now, move, ids))}
        onShow={() => undefined}
        onAhead={() => undefined}
        more={false}
        loadingMore={false}
        onMore={() => undefined}
      />
    </main>
  );
};

const root = document.getElementById('root');
if (root) createRoot(root).render(<Page />);
