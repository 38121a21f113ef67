import type { Reply } from '@zhitongche/contract/web';
import { type Channel, CHANNELS, LEVELS, type Mark } from '@zhitongche/survey';

type CountedAnswers = Reply<'survey'>['counted'];

/** A share with how many answered, never one without the other. */
export const shareText = ({ n, value }: Pick<CountedAnswers, 'n' | 'value'>): string =>
  n === 0 ? '还没有答卷' : value === null ? '不显示' : `${(value * 100).toFixed(1)}%`;

/** By which way answers came, in words; the share of those typed in by staff is always told. */
export const waysText = ({ n, channels }: Pick<CountedAnswers, 'n' | 'channels'>): string => {
  const some = channels.filter((one) => one.n > 0);
  const typed = channels.find(({ channel }) => channel === 'sheet')?.n ?? 0;
  const words = some.map(({ channel, n: times }) => `${CHANNELS[channel as Channel]} ${times}`).join('、');
  return typed > 0 ? `${words}；录入占 ${((typed / n) * 100).toFixed(0)}%` : words;
};

/** How answers spread over the five levels. */
export const Levels = ({ counted }: { readonly counted: CountedAnswers }) => (
  <table className="voices-levels">
    <tbody>
      {counted.marks.map(({ mark, n }) => (
        <tr key={mark}>
          <th scope="row">{LEVELS[mark as Mark].zh}</th>
          <td className="voices-bar" aria-hidden="true">
            <span style={{ inlineSize: `${counted.n === 0 ? 0 : (n / counted.n) * 100}%` }} />
          </td>
          <td className="number">{n} 份</td>
        </tr>
      ))}
    </tbody>
  </table>
);
