import { decimalOf, decimalText, minutesInWords, moneyText, ZERO } from '@zhitongche/base';
import type { Measure } from '@zhitongche/measure';
import type { Forecast } from './forecast.ts';

/** Yuan as 万元, two places. */
export const inTenThousands = (yuan: string): string => {
  const value = decimalOf(yuan) ?? ZERO;
  return `${moneyText(decimalText({ units: value.units, scale: value.scale + 4 }))}万元`;
};

/** A forecast as people say it, each figure with its unit: `约318人次（291人次–345人次）`. */
export function forecastInWords(
  { sort, unit, places = 1 }: Pick<Measure<never>, 'sort' | 'unit' | 'places'>,
  { low, middle, high }: Forecast,
): string {
  const span = (words: (figure: number) => string): string =>
    `约${words(middle)}（${words(low)}–${words(high)}）`;
  if (sort === 'rate') return span((figure) => `${(figure * 100).toFixed(1)}%`);
  if (sort === 'duration') return span(minutesInWords);
  if (sort === 'mean') return span((figure) => `${Number(figure.toFixed(places))}${unit}`);
  if (sort === 'money') return span((figure) => inTenThousands(figure.toFixed(2)));
  const whole = (figure: number): string => `${figure.toLocaleString('en-US')}${unit}`;
  return `约${whole(Math.round(middle))}（${whole(Math.floor(low))}–${whole(Math.ceil(high))}）`;
}
