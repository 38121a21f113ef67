import { Notice, Unreachable, useShared } from '@zhitongche/ui';

/** Says, when the line broke while sending, that pressing again is safe; nothing for any other failure. */
export const NoAnswer = ({ error }: { readonly error: unknown }) => {
  const { say } = useShared();
  return error instanceof Unreachable ? (
    <Notice tone="warn" live title={say('没有收到回应', 'No answer came')}>
      {say(
        '网络中断，不确定是否已提交。可以放心再按一次，不会重复提交。',
        'The line broke. Press again: it is never done twice.',
      )}
    </Notice>
  ) : null;
};
