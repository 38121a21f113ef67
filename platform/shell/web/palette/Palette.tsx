import { useNavigate } from '@tanstack/react-router';
import { pinyinInitials } from '@zhitongche/form/web';
import { CommandPalette } from '@zhitongche/ui';
import { useState } from 'react';
import type { NavItem } from '../nav-item.ts';
import { found } from './commands.ts';
import { useCommands } from './use-commands.ts';

/** Search, go, begin, and do with what is open: one box over the page, by words or the initials of their sounds. */
export const Palette = ({
  shell,
  nav,
  onClose,
  onKeys,
}: {
  readonly shell: 'hall' | 'desk';
  readonly nav: readonly NavItem[];
  readonly onClose: () => void;
  readonly onKeys: () => void;
}) => {
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const { groups } = useCommands(shell, nav, typed);
  return (
    <CommandPalette
      label="找办件、人、单位，或做一件事"
      typed={typed}
      onType={setTyped}
      groups={found(groups, typed, pinyinInitials)}
      onPick={(picked) => {
        onClose();
        if ('run' in picked) picked.run();
        else void navigate({ to: picked.to });
      }}
      onClose={onClose}
      onKeys={onKeys}
    />
  );
};
