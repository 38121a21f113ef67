import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { call, meQuery, signedIn } from '@zhitongche/contract/web';
import { codeOf } from '@zhitongche/ui';
import { useState } from 'react';
import { innerAddress } from './inner-address.ts';

/** Signs somebody in and leads on; the account says by its refusal that it needs a second factor. */
export const useLogin = (next: string | undefined) => {
  const router = useRouter();
  const client = useQueryClient();
  const [totp, setTotp] = useState<string | null>(null);
  const [state, setState] = useState<{ readonly pending: boolean; readonly error?: unknown }>({
    pending: false,
  });
  const enter = async (name: string, secret: string, code: string | null): Promise<void> => {
    setState({ pending: true });
    try {
      const me = await call('login', {
        body: { username: name.trim(), password: secret, ...(code ? { totp: code.trim() } : {}) },
      });
      client.clear();
      signedIn(me);
      client.setQueryData(meQuery.queryKey, me);
      router.history.push(innerAddress(next));
    } catch (error) {
      if (codeOf(error) === 'login.totp-needed') {
        setTotp('');
        setState({ pending: false });
        return;
      }
      setState({ pending: false, error });
    }
  };
  return {
    ...state,
    /** The second factor as typed; null while none is asked for. */
    totp,
    setTotp,
    enter,
  };
};
