import { useNavigate } from '@tanstack/react-router';
import { call, queryClient, session, forgetDevice } from '@zhitongche/contract/web';
import { codeOf, sentenceOf, statusOf, toast } from '@zhitongche/ui';
import { sendUnsent } from '@zhitongche/form/web';

/** Logs out: the session ends on the server, what this device kept is forgotten. */
export const useLeave = (): (() => Promise<void>) => {
  const navigate = useNavigate();
  return async () => {
    try {
      // What was typed or decided a moment ago belongs to the office, not to this device.
      await sendUnsent();
      await call('logout', {});
    } catch (error) {
      if (statusOf(error) !== 401) {
        toast(
          codeOf(error) === 'unreachable' ? '网络不通，还没有退出，请稍后再试。' : sentenceOf(error),
          'danger',
        );
        return;
      }
    }
    await forgetDevice(true);
    queryClient.clear();
    session.begin('', '');
    await navigate({ to: '/login' });
  };
};
