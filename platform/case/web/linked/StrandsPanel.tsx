import type { CaseView } from '@zhitongche/contract';
import { dayIn, type Tone, useShared } from '@zhitongche/ui';
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
  en = (text) => text,
}: {
  readonly view: CaseView;
  readonly className?: string;
  /** What their words are in English. */
  readonly en?: (text: string) => string;
}) => {
  const { say } = useShared();
  const word = (text: string): string => say(text, en(text));
  return view.strands.map((kind) => (
    <section key={kind.key} className={className} aria-labelledby={`strands-${kind.key}`}>
      <h2 id={`strands-${kind.key}`}>{word(kind.label)}</h2>
      <p className="soft">{sumOf(kind, word)}</p>
      <ul>
        {kind.list.map((strand) => (
          <Line key={strand.id} strand={strand} view={view} word={word} />
        ))}
      </ul>
    </section>
  ));
};

/** How many stand where, in words. */
const sumOf = ({ list }: Kind, word: (text: string) => string): string => {
  const counts = new Map<string, number>();
  for (const { words } of list) counts.set(words, (counts.get(words) ?? 0) + 1);
  return [...counts].map(([words, n]) => `${word(words)} ${n}`).join(' · ');
};

const Line = ({
  strand,
  view,
  word,
}: {
  readonly strand: Strand;
  readonly view: CaseView;
  readonly word: (text: string) => string;
}) => {
  const { say, language } = useShared();
  const paper = view.papers.find((one) => one.paper === strand.paper);
  return (
    <StandingLine label={strand.label} tone={TONE[strand.tone]} words={word(strand.words)}>
      <span className="soft">
        {dayIn(language, strand.on)} {language === 'en' ? '' : strand.by}
      </span>
      {strand.due === null ? null : (
        <span className={strand.late ? 'standing-late' : 'soft'}>
          {strand.late ? say('已超过时限 ', 'late since ') : say('应于此前办理 ', 'due by ')}
          {dayIn(language, strand.due)}
        </span>
      )}
      {paper ? <span className="soft">{paper.number ?? word(paper.title)}</span> : null}
      {strand.note === null ? null : <span lang="zh-CN">{strand.note}</span>}
    </StandingLine>
  );
};
