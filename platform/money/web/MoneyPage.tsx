import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRead } from '@zhitongche/contract/web';
import { PageHeader, Tabs } from '@zhitongche/ui';
import { useMe } from '@zhitongche/shell/web';
import { DaysPanel } from './DaysPanel.tsx';
import { FindingsPanel } from './FindingsPanel.tsx';
import { LedgerPanel } from './LedgerPanel.tsx';
import './Money.css';

/** 收费: the ledger, the days of the books, and what somebody has to look at. */
export const MoneyPage = () => {
  const { tab = 'lines' } = useSearch({ from: '/signed-in/desk-shell/desk/money' });
  const navigate = useNavigate();
  const me = useMe();
  const finance = me.grants.some(({ role }) => role === 'finance-officer');
  const { data } = useRead('moneyFindings', {}, { enabled: finance });
  const open = data ? data.findings.filter(({ settled }) => settled === null).length + data.gaps.length : 0;
  return (
    <div className="desk-page stack">
      <PageHeader title="收费" intro="账单、缴费和退款由办件逐笔而来；每天与银行、支付平台对清后日结。" />
      {finance ? (
        <Tabs
          label="收费"
          selected={tab}
          onSelect={(id) =>
            void navigate({
              to: '/desk/money',
              search: id === 'days' || id === 'findings' ? { tab: id } : {},
            })
          }
          items={[
            { id: 'lines', label: '台账', content: <LedgerPanel finance /> },
            { id: 'days', label: '日结', content: <DaysPanel /> },
            {
              id: 'findings',
              label: '待核查',
              ...(open > 0 ? { count: open } : {}),
              content: <FindingsPanel />,
            },
          ]}
        />
      ) : (
        <LedgerPanel finance={false} />
      )}
    </div>
  );
};
