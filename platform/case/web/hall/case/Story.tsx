import type { CaseView } from '@zhitongche/contract';
import { instantShort, Timeline, type TimelineItem } from '@zhitongche/ui';

const TROUBLE: ReadonlySet<string> = new Set(['correction-asked', 'issue-failed', 'overdue', 'cancelled']);

/** All that happened, newest first. */
export const Story = ({ view }: { readonly view: CaseView }) => {
  const items = [...view.timeline].reverse().map(
    (e): TimelineItem => ({
      key: String(e.seq),
      state: TROUBLE.has(e.body.type) ? 'problem' : 'done',
      title: e.text,
      when: instantShort(e.at),
    }),
  );
  if (items.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="story-title">
      <h2 id="story-title">办理过程</h2>
      <Timeline label="办理过程" items={items} />
    </section>
  );
};
