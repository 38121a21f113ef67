import { useRead } from '@zhitongche/contract/web';
import { useDeferredValue } from 'react';
import type { NavItem } from '../nav-item.ts';
import { actsOnly, type CommandGroup, wordsOf } from './commands.ts';
import { useOffered } from './page-acts.ts';

const MINUTE = 60_000;
const MOST = 50;

/** Cases one may open: those at hand, found by any part of their words, and those the server finds by what was typed. */
const useCases = (shell: 'hall' | 'desk', typed: string): CommandGroup => {
  const q = useDeferredValue(wordsOf(typed).join(' '));
  const desk = shell === 'desk';
  const here = useRead(
    'inbox',
    { query: { tab: 'todo', limit: MOST } },
    { enabled: desk, staleTime: MINUTE },
  );
  const mine = useRead('myCases', { query: { limit: MOST } }, { enabled: !desk, staleTime: MINUTE });
  const searched = useRead(
    'inbox',
    { query: { tab: 'all', limit: 10, q } },
    { enabled: desk && q !== '', staleTime: MINUTE },
  );
  const searchedMine = useRead(
    'myCases',
    { query: { limit: 10, q } },
    { enabled: !desk && q !== '', staleTime: MINUTE },
  );
  const rows = [here, mine, searched, searchedMine].flatMap(({ data }) => data?.items ?? []);
  const once = new Map(rows.map((row) => [row.id, row]));
  return {
    title: '办件',
    commands: [...once.values()].map((row) => ({
      key: row.id,
      label: row.title,
      note: [row.serviceName, row.unit, row.stepTitle].filter((word) => word !== '').join('，'),
      icon: 'file' as const,
      to: `/${shell}/cases/${row.id}`,
      // What the server found by a word of the content is found, whatever its words here say.
      words: [
        row.number ?? '',
        row.applicant,
        ...row.facts.map(({ value }) => value),
        ...((searched.data ?? searchedMine.data)?.items.includes(row) ? [q] : []),
      ],
    })),
  };
};

/** Everything the palette offers this person: cases, what can be done with what is open and begun anew, where one can go. */
export const useCommands = (
  shell: 'hall' | 'desk',
  nav: readonly NavItem[],
  typed: string,
): { readonly groups: readonly CommandGroup[]; readonly pending: boolean } => {
  const cases = useCases(shell, typed);
  const services = useRead('services', {}, { staleTime: 5 * MINUTE });
  const registers = useRead('keptRegisters', {}, { staleTime: 5 * MINUTE });
  const offered = useOffered();
  const begun = (services.data ?? []).flatMap(({ code, name, category, mayFile }) =>
    mayFile
      ? [
          {
            key: `do ${code}`,
            label: `申报：${name}`,
            note: category,
            icon: 'edit' as const,
            to: `/hall/services/${code}`,
          },
        ]
      : [],
  );
  // What is at hand comes before what could be begun.
  const begin: CommandGroup = { title: '做', commands: [...offered, ...begun] };
  const go: CommandGroup = {
    title: '去',
    commands: [
      ...nav.map(({ to, label, icon }) => ({ key: `go ${to}`, label, icon, to })),
      ...(registers.data ?? []).map(({ code, name }) => ({
        key: `go ${code}`,
        label: name,
        note: '台账',
        icon: 'table' as const,
        to: `/${shell}/kept/${code}`,
      })),
      { key: 'go account', label: '我的账户', icon: 'user' as const, to: '/account' },
    ],
  };
  const asked = actsOnly(typed) ? [begin] : [cases, begin, go];
  return { groups: asked, pending: services.isPending };
};
