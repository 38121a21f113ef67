import { codeOf, englishSentence, requestNumberOf, sentenceOf, statusOf } from './problem.ts';
import { Button } from './Button.tsx';
import { Empty } from './Empty.tsx';
import type { IconName } from './Icon.tsx';
import { useShared } from './words.ts';

const faces = (error: unknown): { icon: IconName; title: readonly [zh: string, en: string] } => {
  if (codeOf(error) === 'unreachable')
    return { icon: 'offline', title: ['连接不上服务器', 'The server cannot be reached'] };
  const status = statusOf(error);
  if (status === 403) return { icon: 'lock', title: ['没有查看的权限', 'You may not see this'] };
  if (status === 404) return { icon: 'search', title: ['没有找到', 'Nothing was found'] };
  return { icon: 'alert', title: ['没能打开', 'It could not be opened'] };
};

/** A page or part that could not be read: offline, no right, not found or broken (with a number to quote), each with its way on. */
export const ErrorState = ({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry?: () => void;
}) => {
  const { say, language } = useShared();
  const { icon, title } = faces(error);
  const number = requestNumberOf(error);
  return (
    <div role="alert">
      <Empty
        icon={icon}
        title={say(...title)}
        text={language === 'zh' ? sentenceOf(error) : englishSentence(error)}
      >
        {number === null ? null : (
          <p className="request-number">
            {say('请求编号 ', 'Request ')}
            <code>{number}</code>
          </p>
        )}
        {onRetry ? (
          <Button icon="refresh" onPress={onRetry}>
            {say('再试一次', 'Try again')}
          </Button>
        ) : null}
      </Empty>
    </div>
  );
};
