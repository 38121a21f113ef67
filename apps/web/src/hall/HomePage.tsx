import { useInfiniteQuery } from '@tanstack/react-query';
import { atVisit, readList, useRead } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { useState } from 'react';
import type { CaseRow } from '@zhitongche/contract';
import { MyMatters } from './MyMatters.tsx';
import { NewMatters } from './NewMatters.tsx';
import { WaitingForMe } from './WaitingForMe.tsx';
import { waitingIn } from './waiting.ts';
import { EnglishHome } from '@zhitongche/visitor/web';
import { useWords } from '@zhitongche/ui';
import './HomePage.css';

const MOST = 50;

/** Cases of mine that stand as asked. */
const useMine = (status: string) => {
  const list = useInfiniteQuery(readList('myCases', { query: { status, limit: MOST } }));
  const rows: readonly CaseRow[] = list.data?.pages[0]?.items ?? [];
  return { rows, pending: list.isPending };
};

const greeting = (hour: number): string =>
  hour < 11 ? '上午好' : hour < 13 ? '中午好' : hour < 18 ? '下午好' : '晚上好';

/** Where an applicant arrives, in the language the public pages are read in. */
export const HomePage = () => {
  const { language } = useWords();
  return atVisit && language === 'en' ? <EnglishHome /> : <ChineseHome />;
};

/** What waits for me, whole and first; my matters with whose turn it is; what can be begun. */
const ChineseHome = () => {
  const me = useMe();
  const services = useRead('services', {}, { staleTime: 300_000 });
  const correcting = useMine('correcting');
  const drafts = useMine('draft');
  const running = useMine('running');
  const issuing = useMine('issuing');
  const [wanted, setWanted] = useState('');
  const [hour] = useState(() => new Date().getHours());
  const waiting = waitingIn(
    { correcting: correcting.rows, running: running.rows, drafts: drafts.rows },
    me.name,
  );
  const others = [...running.rows, ...issuing.rows].filter(
    (row) => !waiting.some((one) => one.row.id === row.id),
  );
  const loading = correcting.pending || drafts.pending || running.pending;
  return (
    <div className="home">
      <header className="home-head">
        <div>
          <h1>
            {me.name}，{greeting(hour)}
          </h1>
          <p className="soft">
            {me.org.name}
            {loading ? '' : waiting.length > 0 ? `，有 ${waiting.length} 件事等您处理` : '，没有等您处理的事'}
          </p>
        </div>
        <label className="home-search">
          <span className="visually-hidden">要办什么事</span>
          <input
            className="input"
            type="search"
            placeholder="要办什么事？如“出国”，或拼音首字母"
            value={wanted}
            onChange={(e) => setWanted(e.target.value)}
          />
        </label>
      </header>
      <div className="home-body">
        <div className="home-mine">
          <WaitingForMe waiting={waiting} />
          <MyMatters rows={others} />
        </div>
        <NewMatters services={services} wanted={wanted} />
      </div>
    </div>
  );
};
