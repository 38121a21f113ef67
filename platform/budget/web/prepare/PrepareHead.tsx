import { Link } from '@tanstack/react-router';
import { call, type Reply, urlOf } from '@zhitongche/contract/web';
import { SaveState } from '@zhitongche/case/web';
import { Badge, Button, Disclosure, instantShort, PageHeader } from '@zhitongche/ui';
import { FILES } from '../BudgetHead.tsx';
import type { Correction } from '../correction.ts';
import { SendBar } from './SendBar.tsx';
import type { usePreparation } from './use-preparation.ts';

type Versions = Reply<'preparation'>['versions'];

/** The head of a budget under preparation: how it is saved, its versions to take away, its next act. */
export const PrepareHead = ({
  preparation: { id, mine, versions },
  correction,
  draft,
  onUndo,
  onSent,
}: {
  readonly preparation: Reply<'preparation'>;
  readonly correction: Correction;
  readonly draft: ReturnType<typeof usePreparation>['draft'];
  readonly onUndo: () => void;
  readonly onSent: () => void;
}) => {
  const { model } = correction;
  const adopted = versions.findLast(({ round }) => round.includes('定稿'));
  return (
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
          <span className="soft">单位：万元</span>
        </span>
      }
    >
      {mine && correction.past.length > 0 ? (
        <Button variant="quiet" icon="undo" onPress={onUndo}>
          撤销上一步
        </Button>
      ) : null}
      {versions.length > 0 ? <VersionFiles id={id} versions={versions} /> : null}
      <SendBar
        id={id}
        keeper={draft.keeper}
        revisionNow={async () => (await call('preparation', { params: { id } })).revision}
        adopted={adopted}
        onSent={onSent}
      />
    </PageHeader>
  );
};

const VersionFiles = ({ id, versions }: { readonly id: string; readonly versions: Versions }) => (
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
);
