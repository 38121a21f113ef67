import type { Service } from '@zhitongche/case';
import type { CaseView, TimelineEntry } from '@zhitongche/contract';

/** What somebody said in deciding. */
export interface Opinion {
  readonly key: string;
  readonly name: string;
  /** Division or unit. */
  readonly org: string;
  readonly step: string;
  readonly verb: string;
  readonly words: string;
  readonly at: string;
  readonly against: boolean;
}

const AGAINST: readonly string[] = ['refuse', 'return', 'correct', 'overrule'];
const SPOKEN: readonly string[] = ['agree', 'refuse', 'return', 'correct', 'escalate', 'endorse', 'overrule'];

const nameOf = ({ doer }: TimelineEntry): string =>
  doer.behalf === undefined ? doer.name : `${doer.name}（代${doer.behalf.name}）`;

/** Decisions that were taken back said nothing. */
const standing = (timeline: CaseView['timeline']): readonly TimelineEntry[] =>
  timeline.reduce<readonly TimelineEntry[]>((kept, entry) => {
    const { body } = entry;
    if (body.type === 'withdrawn' && body.by === 'decider') {
      const last = kept.findLastIndex((one) => one.doer.id === entry.doer.id);
      return kept.filter((_, i) => i !== last);
    }
    return body.type === 'decided' ? [...kept, entry] : kept;
  }, []);

/** What was said of a case so far, the newest first: verdicts with or without words, and every other act that said something. */
export const opinionsOf = (
  { timeline, orgs }: Pick<CaseView, 'timeline' | 'orgs'>,
  service: Pick<Service, 'flow'>,
): readonly Opinion[] =>
  standing(timeline)
    .flatMap((entry): readonly Opinion[] => {
      const { body } = entry;
      if (body.type !== 'decided') return [];
      const words = body.opinion ?? '';
      if (words === '' && !SPOKEN.includes(body.kind)) return [];
      return [
        {
          key: String(entry.seq),
          name: nameOf(entry),
          org: orgs[entry.doer.org] ?? '',
          step: service.flow.steps[body.step]?.title ?? '',
          verb: body.label,
          words,
          at: entry.at,
          against: AGAINST.includes(body.kind),
        },
      ];
    })
    .toReversed();

/** Summed up: how many, and whether they agree. */
export const opinionsHead = (all: readonly Opinion[]): string => {
  const against = all.filter((one) => one.against).length;
  if (all.length === 0) return '还没有意见';
  return against === 0
    ? `${all.length} 条，没有不同意见`
    : `${all.length} 条，其中 ${against} 条退回或不同意`;
};
