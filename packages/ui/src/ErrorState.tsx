import { codeOf, requestNumberOf, sentenceOf, statusOf } from './problem.ts';
import { Button } from './Button.tsx';
import { Empty } from './Empty.tsx';
import type { IconName } from './Icon.tsx';

const faces = (error: unknown): { icon: IconName; title: string } => {
  if (codeOf(error) === 'unreachable') return { icon: 'offline', title: '连接不上服务器' };
  const status = statusOf(error);
  if (status === 403) return { icon: 'lock', title: '没有查看的权限' };
  if (status === 404) return { icon: 'search', title: '没有找到' };
  return { icon: 'alert', title: '没能打开' };
};

/** A page or part that could not be read: offline, no right, not found or broken (with a number to quote), each with its way on. */
export const ErrorState = ({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry?: () => void;
}) => {
  const { icon, title } = faces(error);
  const number = requestNumberOf(error);
  return (
    <div role="alert">
      <Empty icon={icon} title={title} text={sentenceOf(error)}>
        {number === null ? null : (
          <p className="request-number">
            请求编号 <code>{number}</code>
          </p>
        )}
        {onRetry ? (
          <Button icon="refresh" onPress={onRetry}>
            再试一次
          </Button>
        ) : null}
      </Empty>
    </div>
  );
};
