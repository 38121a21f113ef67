import type { Service } from '@zhitongche/case';
import { type ReactNode, Suspense } from 'react';
import { statusOf, ErrorState, LinkButton, Notice, Skeleton, instantShort } from '@zhitongche/ui';
import type { CaseView } from '@zhitongche/contract';
import { SeatTroubles } from '../SeatTroubles.tsx';
import { StepNotes } from '../StepNotes.tsx';
import { useService } from '@zhitongche/form/web';
import { useCase } from './use-case.ts';
import './CasePanels.css';

/** What a layout of a case is given. */
export interface CaseParts {
  readonly id: string;
  readonly view: CaseView;
  readonly service: Service;
  readonly onTaken: (view: CaseView | null) => void;
  /** Asks the server again; undefined when it cannot be reached. */
  readonly reload: () => Promise<CaseView | undefined>;
  /** Said above the case: that it is an older copy, that nobody can take a seat of it. */
  readonly notice: ReactNode;
}

const Ready = ({
  parts,
  children,
}: {
  readonly parts: Omit<CaseParts, 'service'>;
  readonly children: (parts: CaseParts) => ReactNode;
}) => {
  const { view } = parts;
  const service = useService(view.row.service, view.version);
  const notice = (
    <>
      {parts.notice}
      <StepNotes service={service} view={view} />
    </>
  );
  return <>{children({ ...parts, service, notice })}</>;
};

/** Reads a case and its service, shows every state in between, and hands both to a layout. */
export const CaseFrame = ({
  id,
  children,
}: {
  readonly id: string;
  readonly children: (parts: CaseParts) => ReactNode;
}) => {
  const { query, view, savedAt, show, reload } = useCase(id);
  if (view === undefined)
    return query.isError ? (
      <>
        <h1 className="visually-hidden">办件</h1>
        <ErrorState
          error={query.error}
          {...(statusOf(query.error) === 404 ? {} : { onRetry: () => void query.refetch() })}
        />
        <p className="case-away">
          <LinkButton to="/desk" icon="arrow-left">
            回到收件箱
          </LinkButton>
        </p>
      </>
    ) : (
      <Skeleton lines={12} />
    );
  const old =
    savedAt === null ? null : (
      <Notice tone="warn">
        没有网络，显示的是 {instantShort(savedAt)} 的内容。现在作出的决定会存在本机，联网后自动发送。
      </Notice>
    );
  const notice = (
    <>
      {old}
      {savedAt === null ? <SeatTroubles view={view} /> : null}
    </>
  );
  return (
    <Suspense fallback={<Skeleton lines={12} />}>
      <Ready
        parts={{
          id,
          view,
          notice,
          onTaken: (after) => {
            if (after !== null) show(after);
          },
          reload,
        }}
      >
        {children}
      </Ready>
    </Suspense>
  );
};
