import { decimalOf, decimalText, minutesInWords, moneyText, ZERO } from '@zhitongche/base';
import type { Measure } from '@zhitongche/measure';
import type { Forecast } from './forecast.ts';

/** Yuan as 万元, two places. */
export const inTenThousands = (yuan: string): string => {
  const value = decimalOf(yuan) ?? ZERO;
  return `${moneyText(decimalText({ units: value.units, scale: value.scale + 4 }))}万元`;
};

/** A forecast as people say it: `约318（291–345）人次`. */
export function forecastInWords(
  { sort, unit, places = 1 }: Pick<Measure<never>, 'sort' | 'unit' | 'places'>,
  { low, middle, high }: Forecast,
): string {
  const span = (words: (figure: number) => string, behind: string): string =>
    `约${words(middle)}（${words(low)}–${words(high)}）${behind}`;
  if (sort === 'rate') return span((figure) => (figure * 100).toFixed(1), '%');
  if (sort === 'duration') return span(minutesInWords, '');
  if (sort === 'mean') return span((figure) => String(Number(figure.toFixed(places))), unit);
  if (sort === 'money')
    return span((figure) => inTenThousands(figure.toFixed(2)).replace('万元', ''), '万元');
  return `约${Math.round(middle).toLocaleString('en-US')}（${Math.floor(low).toLocaleString('en-US')}–${Math.ceil(high).toLocaleString('en-US')}）${unit}`;
}
