import type { CaseView, TimelineEntry } from '@zhitongche/contract';
import { Timeline, type TimelineItem, instantShort } from '@zhitongche/ui';
import { toldTogether } from './told-together.ts';
import './CasePanels.css';

const PROBLEM: readonly string[] = ['correction-asked', 'issue-failed', 'overdue', 'cancelled'];

/** What was said with an event, if anything. */
const saidIn = ({ body }: TimelineEntry): string => {
  switch (body.type) {
    case 'decided':
    case 'returned':
    case 'correction-asked':
    case 'transferred':
    case 'entrusted':
    case 'seats-added':
    case 'escalated':
      return body.opinion ?? '';
    case 'urged':
    case 'copied':
      return body.message ?? '';
    case 'cancelled':
    case 'suspended':
      return body.reason;
    default:
      return '';
  }
};

const itemOf = (entry: TimelineEntry): TimelineItem => {
  const said = saidIn(entry);
  const faults = entry.body.type === 'correction-asked' ? entry.body.faults : [];
  const hasBody = (said !== '' && !entry.text.includes(said)) || faults.length > 0;
  return {
    key: String(entry.seq),
    state: PROBLEM.includes(entry.body.type) ? 'problem' : 'done',
    title: entry.text,
    when: instantShort(entry.at),
    ...(hasBody
      ? {
          children: (
            <>
              {said !== '' && !entry.text.includes(said) ? <p className="story-said">“{said}”</p> : null}
              {faults.length > 0 ? (
                <ol className="story-faults">
                  {faults.map((f) => (
                    <li key={`${f.at} ${f.message}`}>{f.message}</li>
                  ))}
                </ol>
              ) : null}
            </>
          ),
        }
      : {}),
  };
};

/** What happened so far, the latest first. */
export const StoryPanel = ({
  view,
  title = '经过',
  className = 'panel',
}: {
  readonly view: CaseView;
  readonly title?: string;
  readonly className?: string;
}) => {
  const items = toldTogether(view.timeline).map(itemOf);
  if (items.length === 0) return null;
  return (
    <section className={className} aria-labelledby="story-title">
      <h2 id="story-title">{title}</h2>
      <Timeline label={`办件${title}`} items={items} />
    </section>
  );
};
