import type { CaseView, OpenActShape } from '@zhitongche/contract';
import { useOutbox, waitingFor } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { Button, cx, Dialog } from '@zhitongche/ui';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { keepWords, wordsOf } from '../act/act-draft.ts';
import { announceAct } from '../act/ActDialog.tsx';
import { commandOf, frontActs, missingFor, needsOf, NO_INPUT } from '../act/act-needs.ts';
import { ActNotices } from '../act/ActNotices.tsx';
import { AGREED } from '../act/opinion-phrases.ts';
import { OpinionBox } from '../act/OpinionBox.tsx';
import { useAct } from '../act/use-act.ts';
import type { ActStart } from '../act/act-start.ts';
import { actWords } from '../desk/stand-words.ts';
import './DecideBar.css';

/** Taken with one press: it asks for words at most, and can be taken back. */
const atOnce = (act: OpenActShape): boolean =>
  !act.danger && !act.final && needsOf(act).every((need) => need === 'opinion');

interface DecideBarProps {
  readonly view: CaseView;
  /** Faults noted so far: sending the case back is then the likely act. */
  readonly faults: number;
  /** Opens what an act asks for beyond words. */
  readonly onAct: (act: OpenActShape, start?: ActStart) => void;
  /** Told of the case afterwards; null when the decision waits on this device. */
  readonly onTaken: (after: CaseView | null) => void;
  /** True where a receipt says that it is done. */
  readonly quiet: (after: CaseView) => boolean;
  readonly reload: () => Promise<CaseView | undefined>;
  /** `thumb`: at the lower edge of a phone; `row`: where there is width and no height. */
  readonly place?: 'rail' | 'thumb' | 'row';
}

/** Where decisions are made: the words, already written where one agrees, and the acts under them, the likely one widest. */
export const DecideBar = (props: DecideBarProps) => {
  const { view } = props;
  const me = useMe();
  const look = cx('decide', `decide-${props.place ?? 'rail'}`);
  const waiting = waitingFor(useOutbox(me.id), view.row.id);
  if (waiting !== undefined)
    return (
      <output className={look}>
        <span>已决定“{waiting.label}”，联网后自动发送。</span> <Link to="/desk/outbox">查看或收回</Link>
      </output>
    );
  if (view.acts.length === 0)
    return (
      <div className={look}>
        <NotMine view={view} />
      </div>
    );
  return <Deciding key={view.acts.map(({ act }) => act).join()} {...props} look={look} />;
};

const NotMine = ({ view }: Pick<DecideBarProps, 'view'>) => (
  <p className="soft">
    {view.row.turn.length > 0
      ? `正在等待${view.row.turn.join('、')}办理，您可以查看。`
      : '这份办件现在不需要您办理。'}
  </p>
);

const Deciding = ({
  view,
  faults,
  onAct,
  onTaken,
  quiet,
  reload,
  place = 'rail',
  look,
}: DecideBarProps & { readonly look: string }) => {
  const me = useMe();
  const { front, behind, likely } = frontActs(view.acts, faults > 0);
  const spoken = front.find((act) => act.opinion !== 'none' && act.kind !== 'withdraw');
  const prewritten = spoken?.kind === 'agree' ? AGREED : '';
  const [typed, setTyped] = useState(() => wordsOf(me.id, view.row.id));
  const [wanting, setWanting] = useState('');
  // Told of when it is done, by a callback older than the press.
  const pressed = useRef<OpenActShape | undefined>(undefined);
  const [last, setLast] = useState<OpenActShape | undefined>();
  const { take, pending, error, forget } = useAct(view, 'desk', (after) => {
    const { current } = pressed;
    if (current && (after === null || !quiet(after))) announceAct(current, after !== null);
    onTaken(after);
  });
  // What was written ahead is for agreeing; whatever a person wrote goes with any act.
  const wordsFor = (act: OpenActShape): string => typed ?? (act.kind === 'agree' ? prewritten : '');
  const press = (act: OpenActShape): void => {
    const opinion = act.opinion === 'none' ? '' : wordsFor(act);
    if (!atOnce(act)) return onAct(act, opinion === '' ? undefined : { opinion });
    const [missing] = missingFor(act, { ...NO_INPUT, opinion });
    setWanting(missing?.message ?? '');
    if (missing) return undefined;
    pressed.current = act;
    setLast(act);
    void take(commandOf(act, { ...NO_INPUT, opinion }));
    return undefined;
  };
  const words = (act: OpenActShape): string =>
    act.kind === 'correct' && faults > 0 ? `${actWords(view, act)}（${faults} 个问题）` : actWords(view, act);
  const behalf = view.acts.find((a) => a.behalf !== null)?.behalf;
  return (
    <section className={look} aria-label="办理">
      {behalf ? <p className="soft">您正在代{behalf}办理，记录中会写明两人姓名。</p> : null}
      {error && last ? (
        <ActNotices
          act={{ ...last, behalf: null }}
          view={view}
          shell="desk"
          stuck={false}
          gone={false}
          refusal={error}
          onRenew={() => void reload().then(forget)}
        />
      ) : null}
      {spoken ? (
        <OpinionBox
          kind={spoken.kind}
          value={typed ?? prewritten}
          onChange={(next) => {
            setTyped(next);
            keepWords(me.id, view.row.id, next);
          }}
          required={false}
          size={place === 'rail' ? 'short' : 'line'}
          problem={wanting === '' ? undefined : wanting}
          onConfirm={() => {
            if (likely) press(likely);
          }}
        />
      ) : null}
      {front.length === 0 ? <NotMine view={view} /> : null}
      <div className="decide-acts">
        <More acts={behind} words={words} place={place} onAct={press} />
        {front.toReversed().map((act) => (
          <Button
            key={`${act.act} ${act.seat ?? ''}`}
            size={place === 'thumb' ? 'large' : 'normal'}
            variant={act === likely ? 'primary' : 'plain'}
            pending={pending && act === last}
            isDisabled={pending}
            onPress={() => press(act)}
          >
            {words(act)}
          </Button>
        ))}
      </div>
    </section>
  );
};

/** Acts that are not the likely one: a sheet under the thumb, folded in the rail. */
const More = ({
  acts,
  words,
  place,
  onAct,
}: {
  readonly acts: readonly OpenActShape[];
  readonly words: (act: OpenActShape) => string;
  readonly place: DecideBarProps['place'];
  readonly onAct: (act: OpenActShape) => void;
}) => {
  const [open, setOpen] = useState(false);
  if (acts.length === 0) return null;
  const all = acts.map((act) => (
    <li key={`${act.act} ${act.seat ?? ''}`}>
      <Button
        size={place === 'thumb' ? 'large' : 'small'}
        variant={act.danger ? 'danger' : 'plain'}
        onPress={() => {
          setOpen(false);
          onAct(act);
        }}
      >
        {words(act)}
      </Button>
    </li>
  ));
  if (place !== 'thumb')
    return (
      <details className="decide-more">
        <summary>更多（{acts.length}）</summary>
        <ul>{all}</ul>
      </details>
    );
  return (
    <>
      <Button size="large" onPress={() => setOpen(true)}>
        更多
      </Button>
      <Dialog open={open} title="还可以" onClose={() => setOpen(false)}>
        <ul className="decide-sheet">{all}</ul>
      </Dialog>
    </>
  );
};
