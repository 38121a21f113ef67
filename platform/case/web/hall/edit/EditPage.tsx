import { Navigate, useParams } from '@tanstack/react-router';
import { useRead } from '@zhitongche/contract/web';
import type { CaseView } from '@zhitongche/contract';
import { useService } from '@zhitongche/form/web';
import { Empty, ErrorState, LinkButton, Skeleton } from '@zhitongche/ui';
import { FormFlow } from './FormFlow.tsx';

/** Filling in, or correcting, an application. */
export const EditPage = () => {
  const { case: id } = useParams({ from: '/signed-in/hall/cases/$case/edit' });
  // What is on the page wins over what the server reads back: the draft keeper alone speaks with the server from here.
  const view = useRead('case', { params: { case: id } }, { staleTime: Number.POSITIVE_INFINITY });
  if (view.isError) return <ErrorState error={view.error} onRetry={() => void view.refetch()} />;
  if (!view.data) return <Skeleton lines={8} />;
  return <Editable view={view.data} />;
};

const Editable = ({ view }: { readonly view: CaseView }) => {
  const service = useService(view.row.service, view.version);
  if (view.state.status !== 'draft' && view.state.status !== 'correcting')
    return <Navigate to="/hall/cases/$case" params={{ case: view.row.id }} replace />;
  if (!view.acts.some((a) => a.kind === 'submit'))
    return (
      <Empty icon="lock" title="这份申报由填报人修改" text="您可以查看内容，修改和提交由本单位的填报人办理。">
        <LinkButton to="/hall/cases/$case" params={{ case: view.row.id }} variant="primary">
          查看这份申报
        </LinkButton>
      </Empty>
    );
  return <FormFlow service={service} view={view} key={view.row.id} />;
};
