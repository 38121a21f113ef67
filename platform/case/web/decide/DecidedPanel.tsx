import type { Service } from '@zhitongche/case';
import { Button, Icon, LinkButton, timeText } from '@zhitongche/ui';
import type { Decided } from './decided.ts';
import { UndoLine } from './UndoLine.tsx';
import { useQueue } from './use-queue.ts';
import './DecidedPanel.css';

/** The receipt in the place where one decided: what was said, the moment in which it can be taken back, what comes next. */
export const DecidedPanel = ({
  decided,
  service,
  onBack,
  onClose,
}: {
  readonly decided: Decided;
  readonly service: Service;
  /** The decision was taken back. */
  readonly onBack: () => void;
  readonly onClose: () => void;
}) => {
  const { next, total } = useQueue(decided.after.row.id, decided.place);
  return (
    <section className="decided" aria-label="已办">
      <p className="decided-head">
        <Icon name="check-circle" /> <strong>已{decided.verb}</strong>
        <span className="soft"> {timeText(decided.at)}</span>
      </p>
      {decided.words === '' ? null : <p className="decided-words">{decided.words}</p>}
      <UndoLine decided={decided} service={service} onBack={onBack} />
      <div className="decided-ways">
        <Button variant="quiet" onPress={onClose}>
          看这一件
        </Button>
        {next === undefined ? (
          <LinkButton to="/desk" variant="primary">
            待办已清空，回收件箱
          </LinkButton>
        ) : (
          <LinkButton to="/desk/cases/$case" params={{ case: next.id }} variant="primary">
            下一件（还有 {total} 件）
          </LinkButton>
        )}
      </div>
    </section>
  );
};
