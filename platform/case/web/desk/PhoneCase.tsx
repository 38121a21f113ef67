import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import type { OpenActShape } from '@zhitongche/contract';
import { useMe } from '@zhitongche/shell/web';
import { useOutbox, waitingFor } from '@zhitongche/contract/web';
import { Button, Dialog, Icon, KeyValues, Light, Skeleton, lazily } from '@zhitongche/ui';
import { StatusBadge } from '../case/StatusBadge.tsx';
import { arrangeActs } from '../act/act-needs.ts';
import { actWords } from './stand-words.ts';
import { AnswersPanel } from './AnswersPanel.tsx';
import { CaseExtra } from './CaseExtra.tsx';
import type { CaseParts } from '../case/CaseFrame.tsx';
import { ChecksPanel } from './ChecksPanel.tsx';
import { FirstFacts } from './FirstFacts.tsx';
import { factsInOrder } from './first-facts.ts';
import { useFaultDraft } from '../act/fault-draft.ts';
import { factItem } from '../case/fact-item.ts';
import { StandPanel } from './StandPanel.tsx';
import { StoryPanel } from '../case/StoryPanel.tsx';
import { useCaseActs } from '../case/use-case-acts.tsx';
import { viewablesOf } from './viewables.ts';
import './PhoneCase.css';

const Viewer = lazily(() => import('./Viewer.tsx').then((m) => m.Viewer));

/** A case on the phone: what is asked, what is wrong, decide. */
export const PhoneCase = ({ id, view, service, reload, notice }: CaseParts) => {
  const { row } = view;
  const me = useMe();
  const files = viewablesOf(view, service.form, service.forms);
  const [faults] = useFaultDraft(id);
  const acts = useCaseActs({ view, service, shell: 'desk', reload });
  const [file, setFile] = useState<string | null>(null);
  const [more, setMore] = useState(false);
  const waiting = waitingFor(useOutbox(me.id), id);
  return (
    <article className="phone-case">
      <header className="phone-case-head">
        <Link to="/desk" className="phone-back">
          <Icon name="chevron-left" /> 收件箱
        </Link>
        <h1>{row.title || '未命名的申报'}</h1>
        <p className="row">
          <StatusBadge row={row} />
          <Light row={row} />
        </p>
      </header>
      {notice}
      <section className="phone-card phone-facts stack">
        <FirstFacts view={view} service={service} />
        <KeyValues
          items={[
            { label: '事项', value: row.serviceName },
            { label: '单位', value: row.unit },
            ...factsInOrder(view, service).rest.map(factItem),
            { label: '编号', value: row.number ?? '尚未编号' },
          ]}
        />
      </section>
      <CaseExtra id={id} view={view} service={service} className="phone-card stack" />
      <ChecksPanel view={view} service={service} className="phone-card panel" />
      {files.length > 0 ? (
        <section className="phone-card" aria-labelledby="phone-files">
          <h2 id="phone-files" className="phone-card-title">
            附件与文书
          </h2>
          <ul>
            {files.map((v) => (
              <li key={v.id}>
                <button type="button" className="phone-file" onClick={() => setFile(v.id)}>
                  <Icon name={v.from === 'paper' ? 'stamp' : 'file'} />
                  <span className="grow">
                    {v.label}
                    <span className="soft"> {v.name}</span>
                  </span>
                  <Icon name="chevron-right" />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <details className="phone-card" open={view.state.previous !== null}>
        <summary>申报内容{view.state.previous === null ? '' : '（改动已标出）'}</summary>
        <AnswersPanel
          id={id}
          view={view}
          service={service}
          acts={{ onFile: (f) => setFile(`file:${f}`) }}
          onRevealed={() => void reload()}
        />
      </details>
      <details className="phone-card">
        <summary>进展与经过</summary>
        <div className="stack">
          <StandPanel view={view} />
          <StoryPanel view={view} />
        </div>
      </details>
      <PhoneActs
        acts={view.acts}
        words={(act) => actWords(view, act)}
        waiting={waiting?.label}
        turn={row.turn}
        faults={faults.length}
        onAct={acts.start}
        more={more}
        onMore={setMore}
      />
      {file === null ? null : (
        <Dialog open size="full" title="附件与文书" onClose={() => setFile(null)}>
          <Suspense fallback={<Skeleton lines={8} />}>
            <Viewer id={id} items={files} current={file} onChoose={setFile} />
          </Suspense>
        </Dialog>
      )}
      {acts.dialog}
    </article>
  );
};

const PhoneActs = ({
  acts,
  words,
  waiting,
  turn,
  faults,
  onAct,
  more,
  onMore,
}: {
  readonly acts: readonly OpenActShape[];
  readonly words: (act: OpenActShape) => string;
  readonly waiting: string | undefined;
  readonly turn: readonly string[];
  readonly faults: number;
  readonly onAct: (act: OpenActShape) => void;
  readonly more: boolean;
  readonly onMore: (open: boolean) => void;
}) => {
  const { primary, others, danger } = arrangeActs(acts);
  const [first, ...rest] = primary;
  const shown = first ?? others[0];
  const behind = [...rest, ...others.filter((a) => a !== shown), ...danger];
  if (waiting !== undefined)
    return (
      <output className="phone-acts">
        <span className="grow">已决定“{waiting}”，联网后自动发送。</span>
        <Link to="/desk/outbox">查看</Link>
      </output>
    );
  if (shown === undefined)
    return (
      <div className="phone-acts">
        <p className="soft">{turn.length > 0 ? `等待${turn.join('、')}办理` : '不需要您办理'}</p>
      </div>
    );
  return (
    <section className="phone-acts" aria-label="办理">
      {behind.length > 0 ? (
        <Button size="large" onPress={() => onMore(true)}>
          {faults > 0 ? `更多（${faults} 个问题）` : '更多'}
        </Button>
      ) : null}
      <Button size="large" variant="primary" onPress={() => onAct(shown)}>
        {words(shown)}
      </Button>
      {more ? (
        <Dialog open title="还可以" onClose={() => onMore(false)}>
          <ul className="phone-more">
            {behind.map((act) => (
              <li key={`${act.act} ${act.seat ?? ''}`}>
                <Button
                  size="large"
                  variant={act.danger ? 'danger' : 'plain'}
                  onPress={() => {
                    onMore(false);
                    onAct(act);
                  }}
                >
                  {words(act)}
                </Button>
              </li>
            ))}
          </ul>
        </Dialog>
      ) : null}
    </section>
  );
};
