/** Which lines are shown. */
export const SHOWS = {
  all: '全部',
  behind: '黄灯和红灯',
  computed: '由办件计算',
  review: '需人复核',
  survey: '由问卷',
  evidence: '由证明材料',
  proposed: '建议绑定',
  unbound: '未绑定',
} as const;

/** Which of the indicators. */
export type Shows = keyof typeof SHOWS;

/** The budget that is looked at and which of its lines. */
export interface IndicatorSearch {
  readonly budget?: string;
  readonly show?: Shows;
}

/** Reads an address; what makes no sense is left out. */
export const readIndicatorSearch = ({
  budget,
  show,
}: Readonly<Record<string, unknown>>): IndicatorSearch => ({
  ...(typeof budget === 'string' && /^[0-9a-f-]{36}$/.test(budget) ? { budget } : {}),
  ...(typeof show === 'string' && show !== 'all' && Object.hasOwn(SHOWS, show)
    ? { show: show as Shows }
    : {}),
});

/** What of a line decides whether it is shown. */
interface Shown {
  readonly state: 'bound' | 'proposed' | 'unbound';
  readonly way: string;
  readonly light: { readonly light: string } | null;
}

/** Whether a line is among those asked for. */
export const isShown = ({ state, way, light }: Shown, show: Shows): boolean =>
  show === 'all' ||
  (show === 'behind'
    ? light !== null && light.light !== 'green'
    : show === 'proposed' || show === 'unbound'
      ? state === show
      : state === 'bound' && way === show);
