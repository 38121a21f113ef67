import { currentSeats } from '@zhitongche/case';
import type { CaseView } from '@zhitongche/contract';
import { Badge, Light } from '@zhitongche/ui';
import { StatusBadge } from '../case/StatusBadge.tsx';
import { clockWords, panelWords, seatName, seatWords } from './stand-words.ts';
import '../case/CasePanels.css';

const TONE = { 已同意: 'ok', 不同意: 'danger', 待办: 'primary' } as const;
const toneOf = (words: string): 'ok' | 'danger' | 'primary' | 'idle' =>
  words in TONE ? TONE[words as keyof typeof TONE] : 'idle';

/** Where a case stands, whose turn it is, and until when. */
export const StandPanel = ({ view }: { readonly view: CaseView }) => {
  const { row, state } = view;
  const seats = currentSeats(state);
  const panel = panelWords(state);
  return (
    <section className="panel" aria-labelledby="stand-title">
      <h2 id="stand-title">现在在哪</h2>
      <p className="stand-step">
        <strong>{row.stepTitle}</strong>
        {row.status === 'running' ? null : <StatusBadge row={row} />}
      </p>
      {row.turn.length > 0 ? <p>轮到：{row.turn.join('、')}</p> : null}
      <p>
        <Light row={row} />
      </p>
      {panel === '' ? null : <p className="soft">{panel}</p>}
      {seats.length > 1 ? (
        <ul className="seats">
          {seats.map((seat) => (
            <li key={seat.id}>
              <div className="row">
                <span className="grow">{seatName(seat, view.orgs)}</span>
                <Badge tone={toneOf(seatWords(seat))}>{seatWords(seat)}</Badge>
              </div>
              {seat.opinion ? <p className="seat-opinion">{seat.opinion}</p> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {state.stepClock === null || state.stepClock.stoppedOn !== undefined ? null : (
        <div className="clock-words">
          <strong>本环节</strong>
          {clockWords(state.stepClock).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      {state.promise === null ? null : (
        <div className="clock-words">
          <strong>承诺时限</strong>
          {clockWords(state.promise).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
    </section>
  );
};
