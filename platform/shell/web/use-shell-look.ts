import { useLayoutEffect } from 'react';

/** Sets type and spacing of the whole page, dialogs included, to those of a shell. */
export const useShellLook = (shell: 'hall' | 'desk'): void =>
  useLayoutEffect(() => {
    document.documentElement.dataset['shell'] = shell;
  }, [shell]);
