import { Link } from '@tanstack/react-router';
import { useRead } from '@zhitongche/contract/web';
import { cx } from '@zhitongche/ui';
import { INBOX_TABS, type InboxSearch, type InboxTab } from './inbox-search.ts';
import './InboxTabs.css';

/** Tabs with their numbers. */
export const InboxTabs = ({ search }: { readonly search: InboxSearch }) => {
  const counts = useRead('inboxCounts', {});
  const current = search.tab ?? 'todo';
  const { tab: _, open: __, status: ___, ...kept } = search;
  const countOf = (tab: InboxTab): number | undefined =>
    tab === 'todo' ? counts.data?.todo : tab === 'copied' ? counts.data?.copied : undefined;
  return (
    <nav className="inbox-tabs" aria-label="收件箱分栏">
      {Object.entries(INBOX_TABS).map(([key, label]) => {
        const tab = key as InboxTab;
        if (tab === 'watch' && current !== 'watch') return null;
        const count = countOf(tab);
        return (
          <Link
            key={tab}
            to="/desk"
            search={tab === 'todo' ? kept : { ...kept, tab }}
            className={cx('inbox-tab', tab === current && 'inbox-tab-current')}
            aria-current={tab === current ? 'page' : undefined}
          >
            {label}
            {count ? <span className="inbox-tab-count">{count}</span> : null}
          </Link>
        );
      })}
    </nav>
  );
};
