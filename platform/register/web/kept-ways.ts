import { useLocation } from '@tanstack/react-router';

const WAYS = {
  desk: {
    all: '/insight/registers',
    list: '/desk/kept/$register',
    enter: '/desk/kept/$register/new',
    row: '/desk/kept/$register/$row',
    edit: '/desk/kept/$register/$row/edit',
    case: '/desk/cases/$case',
  },
  hall: {
    all: '/hall/kept',
    list: '/hall/kept/$register',
    enter: '/hall/kept/$register/new',
    row: '/hall/kept/$register/$row',
    edit: '/hall/kept/$register/$row/edit',
    case: '/hall/cases/$case',
  },
} as const;

/** Addresses of kept registers in the shell the reader is in. */
export const useWays = (): (typeof WAYS)['desk' | 'hall'] =>
  useLocation({ select: ({ pathname }) => pathname.startsWith('/hall') }) ? WAYS.hall : WAYS.desk;

/** The way back from a row to its register. */
export const useKeptBack = (
  register: string,
  name = '台账',
): { readonly to: string; readonly label: string } => {
  const ways = useWays();
  return { to: ways.list.replace('$register', register), label: name };
};
