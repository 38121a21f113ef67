import type { Service } from '@zhitongche/case';
import { type ReactNode, Suspense, useEffect } from 'react';
import { ErrorState, instantShort, LinkButton, Notice, Skeleton, statusOf, useShared } from '@zhitongche/ui';
import type { CaseView } from '@zhitongche/contract';
import { useService } from '@zhitongche/form/web';
import { useMe } from '@zhitongche/shell/web';
import { putActAside } from '../act/act-draft.ts';
import { SeatTroubles } from './SeatTroubles.tsx';
import type { CaseShell } from './shell.ts';
import { StepNotes } from './StepNotes.tsx';
import { useCase } from './use-case.ts';
import './CasePanels.css';

/** What a layout of a case is given. */
export interface CaseParts {
  readonly id: string;
  readonly view: CaseView;
  readonly service: Service;
  /** Asks the server again; undefined when it cannot be reached. */
  readonly reload: () => Promise<CaseView | undefined>;
  /** Said beside the case: that it is an older copy, that nobody can take a seat of it, what its step still lacks. */
  readonly notice: ReactNode;
}

/** Where one goes from a case that cannot be shown. */
const HOME = {
  hall: { to: '/hall/cases', label: ['回到我的申报', 'Back to my matters'] },
  desk: { to: '/desk', label: ['回到收件箱', 'Back to the inbox'] },
} as const;

/** Reads a case and its service, shows every state in between, and hands both to a layout. */
export const CaseFrame = ({
  id,
  shell,
  children,
}: {
  readonly id: string;
  readonly shell: CaseShell;
  readonly children: (parts: CaseParts) => ReactNode;
}) => {
  const { say } = useShared();
  const { query, view, savedAt, reload } = useCase(id, shell);
  if (view === undefined)
    return query.isError ? (
      <>
        <h1 className="visually-hidden">{say('办件', 'Matter')}</h1>
        <ErrorState
          error={query.error}
          {...(statusOf(query.error) === 404 ? {} : { onRetry: () => void query.refetch() })}
        />
        <p className="case-away">
          <LinkButton to={HOME[shell].to} icon="arrow-left">
            {say(HOME[shell].label[0], HOME[shell].label[1])}
          </LinkButton>
        </p>
      </>
    ) : (
      <Skeleton lines={12} />
    );
  return (
    <Suspense fallback={<Skeleton lines={12} />}>
      <Ready id={id} view={view} savedAt={savedAt} reload={reload}>
        {children}
      </Ready>
    </Suspense>
  );
};

const Ready = ({
  id,
  view,
  savedAt,
  reload,
  children,
}: Pick<CaseParts, 'id' | 'view' | 'reload'> & {
  /** When the server gave what is shown; null = just now. */
  readonly savedAt: string | null;
  readonly children: (parts: CaseParts) => ReactNode;
}) => {
  const service = useService(view.row.service, view.version);
  const { id: account } = useMe();
  // Whoever leaves the case has put aside what was being filled in; another layout of the same page takes it up.
  useEffect(() => () => putActAside(account, id), [account, id]);
  const notice = (
    <>
      {savedAt === null ? (
        <SeatTroubles view={view} />
      ) : (
        <Notice tone="warn">
          没有网络，显示的是 {instantShort(savedAt)} 的内容。现在作出的决定会存在本机，联网后自动发送。
        </Notice>
      )}
      <StepNotes service={service} view={view} />
    </>
  );
  return <>{children({ id, view, service, reload, notice })}</>;
};
