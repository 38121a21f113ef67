import { useNavigate } from '@tanstack/react-router';
import { call } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { sentenceOf } from '../api/problem.ts';
import { session } from '../api/session.ts';
import { forgetDevice } from '../offline/forget-device.ts';
import { ActionMenu, type MenuAction } from '../ui/ActionMenu.tsx';
import { Button } from '../ui/Button.tsx';
import { toast } from '../ui/Toast.tsx';
import { setAppearance, useAppearance } from './appearance.ts';
import { useMe } from './me.ts';

const SHELL_NAMES = { hall: '申报端', desk: '审批端', admin: '管理' } as const;

/** My name in the head: other shells, appearance, own account, log-out. */
export const AccountMenu = () => {
  const me = useMe();
  const { theme, size } = useAppearance();
  const navigate = useNavigate();
  const leave = async (): Promise<void> => {
    try {
      await call('logout', {});
    } catch (error) {
      toast(sentenceOf(error), 'danger');
      return;
    }
    await forgetDevice();
    queryClient.clear();
    session.begin('');
    await navigate({ to: '/login' });
  };
  const dark =
    theme === 'dark' || (theme === 'system' && document.documentElement.dataset['theme'] === 'dark');
  const actions: readonly MenuAction[] = [
    ...me.shells.map(
      (s): MenuAction => ({
        key: s,
        label: `去${SHELL_NAMES[s]}`,
        icon: s === 'hall' ? 'home' : s === 'desk' ? 'inbox' : 'settings',
        onAction: () => void navigate({ to: `/${s}` }),
      }),
    ),
    { key: 'account', label: '我的账户', icon: 'user', onAction: () => void navigate({ to: '/account' }) },
    {
      key: 'theme',
      label: dark ? '浅色界面' : '深色界面',
      icon: dark ? 'sun' : 'moon',
      onAction: () => setAppearance({ theme: dark ? 'light' : 'dark' }),
    },
    {
      key: 'size',
      label: size === 'large' ? '标准字号' : '大字模式',
      icon: 'text-size',
      onAction: () => setAppearance({ size: size === 'large' ? 'normal' : 'large' }),
    },
    { key: 'leave', label: '退出登录', icon: 'logout', onAction: () => void leave() },
  ];
  return (
    <ActionMenu
      label="账户"
      actions={actions}
      trigger={
        <Button variant="quiet" icon="user">
          {me.name}
        </Button>
      }
    />
  );
};
