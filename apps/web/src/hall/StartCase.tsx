import { useNavigate } from '@tanstack/react-router';
import { newKey, useWrite } from '@zhitongche/contract/web';
import { Button, messageOf, Notice } from '@zhitongche/ui';

/** Begins a case of a service, or says why this account cannot. */
export const StartCase = ({
  code,
  mayFile,
  why,
  known,
}: {
  readonly code: string;
  readonly mayFile: boolean;
  readonly why: string;
  readonly known: boolean;
}) => {
  const navigate = useNavigate();
  const create = useWrite('createCase', ['myCases']);
  if (!known) return null;
  if (!mayFile) return <Notice tone="warn">{why || '您的账户暂不能申报这个事项。'}</Notice>;
  const start = (): void =>
    create.mutate(
      { body: { service: code }, options: { key: newKey() } },
      { onSuccess: ({ id }) => void navigate({ to: '/hall/cases/$case/edit', params: { case: id } }) },
    );
  return (
    <>
      <Button
        variant="primary"
        size="large"
        pending={create.isPending}
        pendingText="正在准备"
        onPress={start}
      >
        开始申报
      </Button>
      {create.isError ? (
        <Notice tone="danger" live>
          {messageOf(create.error)}
        </Notice>
      ) : null}
      <p className="soft">随时可以停下，填写的内容自动保存在“我的申报”。</p>
    </>
  );
};
