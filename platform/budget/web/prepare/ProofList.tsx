import type { CellRef } from '@zhitongche/budget';
import { Empty, Badge } from '@zhitongche/ui';
import { type DraftProof, sentenceOf, spotOf } from './proof-of.ts';

/** Lines shown before the rest is counted. */
const MOST = 60;

/** Everything that does not hold or deserves a look, each a way to its cell. */
export const ProofList = ({
  proof,
  onSpot,
}: {
  readonly proof: DraftProof;
  readonly onSpot: (spot: CellRef) => void;
}) => {
  const lines = [
    ...proof.unsound.map(({ sheet, row, column, message }) => ({
      word: '数字',
      tone: 'danger' as const,
      text: message,
      spot: { sheet, row, column },
    })),
    ...(proof.wrong ?? []).map((check) => ({
      word: check.rule,
      tone: 'danger' as const,
      text: sentenceOf(check),
      spot: spotOf(check),
    })),
    ...proof.remarks.map(({ subject, message, spot }) => ({
      word: '目标',
      tone: 'warn' as const,
      text: `${subject}：${message}`,
      spot,
    })),
  ];
  if (lines.length === 0)
    return <Empty icon="check-circle" title="都对得上" text="勾稽相符，绩效目标没有要提醒的地方。" />;
  return (
    <>
      <ul className="proof-list" aria-label="核对结果" aria-live="polite">
        {lines.slice(0, MOST).map(({ word, tone, text, spot }, at) => (
          <li key={at}>
            <button
              type="button"
              className="proof-line"
              disabled={spot === null}
              onClick={() => spot && onSpot(spot)}
            >
              <Badge tone={tone}>{word}</Badge> <span>{text}</span>
            </button>
          </li>
        ))}
      </ul>
      {lines.length > MOST ? <p className="soft">其余{lines.length - MOST}处没有列出。</p> : null}
    </>
  );
};
