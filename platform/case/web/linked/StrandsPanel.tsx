import type { CaseView } from '@zhitongche/contract';
import { dayText, type Tone } from '@zhitongche/ui';
import { StandingLine } from './StandingLine.tsx';

type Kind = CaseView['strands'][number];
type Strand = Kind['list'][number];

const TONE: Readonly<Record<Strand['tone'], Tone>> = {
  wait: 'info',
  good: 'ok',
  bad: 'danger',
  idle: 'idle',
};

/** 分项进度: what the case is about, each with its state, date, note and clock, and the paper that is its own. */
export const StrandsPanel = ({
  view,
  className = 'strands stack',
}: {
  readonly view: CaseView;
  readonly className?: string;
}) =>
  view.strands.map((kind) => (
    <section key={kind.key} className={className} aria-labelledby={`strands-${kind.key}`}>
      <h2 id={`strands-${kind.key}`}>{kind.label}</h2>
      <p className="soft">{sumOf(kind)}</p>
      <ul>
        {kind.list.map((strand) => (
          <Line key={strand.id} strand={strand} view={view} />
        ))}
      </ul>
    </section>
  ));

/** How many stand where, in words. */
const sumOf = ({ list }: Kind): string => {
  const counts = new Map<string, number>();
  for (const { words } of list) counts.set(words, (counts.get(words) ?? 0) + 1);
  return [...counts].map(([words, n]) => `${words} ${n}`).join(' · ');
};

const Line = ({ strand, view }: { readonly strand: Strand; readonly view: CaseView }) => {
  const paper = view.papers.find((one) => one.paper === strand.paper);
  return (
    <StandingLine label={strand.label} tone={TONE[strand.tone]} words={strand.words}>
      <span className="soft">
        {dayText(strand.on)} {strand.by}
      </span>
      {strand.due === null ? null : (
        <span className={strand.late ? 'standing-late' : 'soft'}>
          {strand.late ? '已超过时限 ' : '应于此前办理 '}
          {dayText(strand.due)}
        </span>
      )}
      {paper ? <span className="soft">{paper.number ?? paper.title}</span> : null}
      {strand.note === null ? null : <span>{strand.note}</span>}
    </StandingLine>
  );
};
