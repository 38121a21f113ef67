import { Link, useParams } from '@tanstack/react-router';
import {
  type Spot,
  rowsBefore,
  sheetsMatched,
  categorySums,
  withIndicator,
  withoutProject,
  withProject,
} from '@zhitongche/budget';
import { Suspense, useDeferredValue, useMemo, useState } from 'react';
import { call, urlOf, useRead, type Reply } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { SaveState } from '@zhitongche/case/web';
import {
  Async,
  Badge,
  Button,
  Conflict,
  ConfirmSheet,
  Disclosure,
  Notice,
  instantShort,
  PageHeader,
  usePhone,
  lazily,
} from '@zhitongche/ui';
import { FILES } from '../BudgetHead.tsx';
import { SheetGrid } from '../SheetGrid.tsx';
import { HeldPanel } from './HeldPanel.tsx';
import { ProofList } from './ProofList.tsx';
import { proofOf } from './proof-of.ts';
import { SendBar } from './SendBar.tsx';
import { usePreparation } from './use-preparation.ts';
import './Prepare.css';

const IndicatorPicker = lazily(() => import('./IndicatorPicker.tsx').then((m) => m.IndicatorPicker));

type Preparation = Reply<'preparation'>;

/** A budget under preparation: its sheets to type into, what does not hold, what it is held to, and the next act of its case. */
export const PreparePage = () => {
  const { id = '' } = useParams({ strict: false });
  const preparation = useRead('preparation', { params: { id } }, { staleTime: Number.POSITIVE_INFINITY });
  const [reloads, setReloads] = useState(0);
  return (
    <div className="desk-page budget-page">
      <Async query={preparation}>
        {(own) => (
          <Desk
            key={`${own.id} ${reloads} ${own.mine}`}
            preparation={own}
            onReload={() => void preparation.refetch().then(() => setReloads((n) => n + 1))}
          />
        )}
      </Async>
    </div>
  );
};

const Desk = ({
  preparation,
  onReload,
}: {
  readonly preparation: Preparation;
  readonly onReload: () => void;
}) => {
  const me = useMe();
  const phone = usePhone();
  const { id, mine, last, control, approval, versions } = preparation;
  const { correction, step, draft } = usePreparation(me.id, preparation);
  const { model } = correction;
  const [sheet, setSheet] = useState('T03');
  const [spot, setSpot] = useState<Spot | null>(null);
  const [picking, setPicking] = useState(false);
  const [removing, setRemoving] = useState(false);
  // Typing must not wait for the proof: it follows as soon as there is time.
  const settled = useDeferredValue(model);
  const proof = useMemo(() => proofOf(settled), [settled]);
  const lastSums = useMemo(() => (last === null ? [] : categorySums(last.model)), [last]);
  const lastSheets = useMemo(
    () => (last === null ? new Map() : new Map(sheetsMatched(last.model, model).map((own) => [own.id, own]))),
    // Which form is whose successor only changes when forms come, go or are renamed.
    // oxlint-disable-next-line react/exhaustive-deps
    [last, model.projects.map(({ name }) => name).join('|')],
  );
  const goTo = (next: Spot): void => {
    setSheet(next.sheet);
    setSpot({ ...next });
  };
  const project = /^project:(\d+)/.exec(sheet)?.[1];
  const at = project === undefined ? null : Number(project) - 1;
  const form = at === null ? undefined : model.projects[at];
  const { status } = draft.state;
  const conflict = status.is === 'conflict' ? status : null;
  const settle = async (keepMine: boolean): Promise<void> => {
    const server = await call('preparation', { params: { id } });
    if (keepMine) draft.keeper.settle(model, server.revision, true);
    else {
      draft.keeper.settle(server.model, server.revision, false);
      step({ do: 'change', to: () => server.model });
    }
  };
  const adopted = versions.findLast(({ round }) => round.includes('定稿'));
  return (
    <div className="stack">
      <PageHeader
        title={`${model.department.name ?? ''} ${model.year ?? ''}年部门预算编制`}
        back={{ to: '/desk/budget', label: '部门预算' }}
        intro={
          <span className="row">
            {mine ? <SaveState state={draft.state} /> : <Badge tone="info">查看</Badge>}
            <Link to="/desk/cases/$case" params={{ case: id }}>
              办件和意见
            </Link>
            <Link to="/desk/budget/prepare/$id/changes" params={{ id }}>
              各版变化
            </Link>
          </span>
        }
      >
        {mine && correction.past.length > 0 ? (
          <Button variant="quiet" icon="undo" onPress={() => step({ do: 'undo' })}>
            撤销上一步
          </Button>
        ) : null}
        {versions.length > 0 ? (
          <Disclosure word="各版导出" icon="download">
            {(close) => (
              <ul className="stack stack-tight">
                {versions.toReversed().map(({ no, round, at: when }) => (
                  <li key={no}>
                    第{no}版 {round} <span className="soft">{instantShort(when)}</span>{' '}
                    {FILES.slice(0, 3).map(({ file, label }) => (
                      <a
                        key={file}
                        href={urlOf('preparationFile', { params: { id, no: String(no), file } })}
                        onClick={close}
                      >
                        {label}{' '}
                      </a>
                    ))}
                  </li>
                ))}
              </ul>
            )}
          </Disclosure>
        ) : null}
        <SendBar
          id={id}
          keeper={draft.keeper}
          revisionNow={async () => (await call('preparation', { params: { id } })).revision}
          adopted={adopted}
          onSent={onReload}
        />
      </PageHeader>
      {conflict ? (
        <Conflict by={conflict.by} at={conflict.at}>
          <Button onPress={() => void settle(false)}>改用对方的内容</Button>
          <Button variant="primary" onPress={() => void settle(true)}>
            保留我的内容
          </Button>
        </Conflict>
      ) : null}
      {preparation.published === null ? null : (
        <Notice tone="ok">
          已向社会公开。
          <Link to="/open/budget/$id" params={{ id }}>
            看公开页面
          </Link>
        </Notice>
      )}
      <div className="prepare">
        <aside className="prepare-side stack" aria-label="核对">
          <section className="card stack stack-tight" aria-labelledby="held-title">
            <h2 id="held-title">{approval !== null ? '批复数' : control === null ? '合计' : '控制数'}</h2>
            <HeldPanel
              sums={proof.sums}
              last={lastSums}
              control={control}
              approval={approval}
              onSpot={goTo}
            />
            {last === null ? null : <p className="soft">上年：{last.name}</p>}
          </section>
          <section className="card stack stack-tight" aria-labelledby="proof-title">
            <h2 id="proof-title">
              边填边核对
              {proof.wrong === null ? null : (
                <>
                  {' '}
                  <Badge tone={proof.wrong.length > 0 ? 'danger' : 'ok'}>不符{proof.wrong.length}</Badge>{' '}
                  <Badge tone={proof.remarks.length > 0 ? 'warn' : 'ok'}>提醒{proof.remarks.length}</Badge>
                </>
              )}
            </h2>
            <p className="soft">核对只提示，不改动表中的数字。</p>
            <ProofList proof={proof} onSpot={goTo} />
          </section>
        </aside>
        <div className="prepare-work stack stack-tight">
          {phone ? null : (
            <p className="soft">
              方向键和回车换格，可从 Excel 复制一块直接粘贴；带颜色的格子核对不符或值得一看。
            </p>
          )}
          <SheetGrid
            model={model}
            sheet={sheet}
            spot={spot}
            unsound={proof.unsound}
            mine={mine}
            marks={proof.marks}
            {...(last === null
              ? {}
              : {
                  before: {
                    label: '上年',
                    rowsOf: (own) => {
                      const was = lastSheets.get(own.id);
                      return was === undefined ? [] : rowsBefore(was, own);
                    },
                  },
                })}
            onSheet={(next) => {
              setSheet(next);
              setSpot(null);
            }}
            onStep={step}
          />
          {mine ? (
            <div className="row">
              {form === undefined ? null : (
                <>
                  <Button icon="search" onPress={() => setPicking(true)}>
                    从指标库添加
                  </Button>
                  <Button variant="danger" size="small" onPress={() => setRemoving(true)}>
                    删除这个项目
                  </Button>
                </>
              )}
              <Button
                icon="plus"
                onPress={() => {
                  step({ do: 'change', to: withProject });
                  setSheet(`project:${model.projects.length + 1}`);
                }}
              >
                增加一个项目
              </Button>
            </div>
          ) : null}
        </div>
      </div>
      {picking && at !== null ? (
        <Suspense>
          <IndicatorPicker
            project={form?.name ?? `项目${at + 1}`}
            year={model.year}
            onAdd={(indicator) => {
              step({ do: 'change', to: (now) => withIndicator(now, at, indicator) });
              goTo({ sheet: `project:${at + 1}/indicators`, row: form?.indicators.length ?? 0, column: 6 });
            }}
            onClose={() => setPicking(false)}
          />
        </Suspense>
      ) : null}
      <ConfirmSheet
        open={removing}
        title={`删除项目“${form?.name ?? ''}”`}
        verb="删除"
        onConfirm={() => {
          if (at !== null) step({ do: 'change', to: (now) => withoutProject(now, at) });
          setSheet('T03');
          setRemoving(false);
        }}
        onClose={() => setRemoving(false)}
      >
        <p>项目的资金、目标和指标一并删除，可以撤销。</p>
      </ConfirmSheet>
    </div>
  );
};
