import type { CaseView, OpenActShape } from '@zhitongche/contract';
import { useOutbox, waitingFor } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { Button, cx, Notice } from '@zhitongche/ui';
import { frontActs } from '../act/act-needs.ts';
import { actWords } from './stand-words.ts';
import './ActsPanel.css';

const keyOf = (act: OpenActShape): string => `${act.act} ${act.seat ?? ''}`;

/** The acts one may take now, always in the same place: one or two in front, the others behind 更多, the dangerous ones last. */
export const ActsPanel = ({
  id,
  view,
  faults,
  onAct,
  inline = false,
}: {
  readonly id: string;
  readonly view: CaseView;
  /** Faults noted so far: sending the case back is then the likely act. */
  readonly faults: number;
  readonly onAct: (act: OpenActShape) => void;
  /** True = side by side, where there is width and no height. */
  readonly inline?: boolean;
}) => {
  const me = useMe();
  const look = cx('acts', inline && 'acts-inline');
  const waiting = waitingFor(useOutbox(me.id), id);
  const { front, behind } = frontActs(view.acts, faults > 0);
  if (waiting !== undefined)
    return (
      <div className={look}>
        <Notice tone="warn" title={`已决定“${waiting.label}”，等待发送`}>
          联网后会自动发送，不会重复。可在“待发送”中查看或收回。
        </Notice>
      </div>
    );
  if (view.acts.length === 0)
    return (
      <div className={look}>
        <p className="soft">
          {view.row.turn.length > 0
            ? `正在等待${view.row.turn.join('、')}办理，您可以查看。`
            : '这份办件现在不需要您办理。'}
        </p>
      </div>
    );
  const behalf = view.acts.find((a) => a.behalf !== null)?.behalf;
  const words = (act: OpenActShape): string => actWords(view, act);
  return (
    <section className={look} aria-label="办理">
      {behalf ? <p className="soft">您正在代{behalf}办理，记录中会写明两人姓名。</p> : null}
      <div className="acts-primary">
        {front.map((act, i) => (
          <Button key={keyOf(act)} variant={i === 0 ? 'primary' : 'plain'} onPress={() => onAct(act)}>
            {act.kind === 'correct' && faults > 0 ? `${words(act)}（${faults} 个问题）` : words(act)}
          </Button>
        ))}
      </div>
      {behind.length > 0 ? (
        <details className="acts-more">
          <summary>更多（{behind.length}）</summary>
          <div className="acts-others">
            {behind.map((act) => (
              <Button
                key={keyOf(act)}
                size="small"
                variant={act.danger ? 'danger' : 'plain'}
                onPress={() => onAct(act)}
              >
                {words(act)}
              </Button>
            ))}
          </div>
        </details>
      ) : null}
    </section>
  );
};
