import { Link } from '@tanstack/react-router';
import { Disclosure, Icon, useShared } from '@zhitongche/ui';
import { setAppearance, useAppearance } from './appearance.ts';
import { useMe } from './me.ts';
import { useLeave } from './use-leave.ts';

const SHELLS = {
  hall: { to: '/hall', label: ['去申报端', 'To the hall'], icon: 'home' },
  desk: { to: '/desk', label: ['去审批端', 'To the desk'], icon: 'inbox' },
  admin: { to: '/admin', label: ['去管理端', 'To administration'], icon: 'settings' },
} as const;

/** My name in the head: other shells, appearance, own account, log-out. */
export const AccountMenu = () => {
  const { say } = useShared();
  const me = useMe();
  const { theme, size } = useAppearance();
  const leave = useLeave();
  const dark =
    theme === 'dark' || (theme === 'system' && document.documentElement.dataset['theme'] === 'dark');
  return (
    <Disclosure word={me.name} icon="user">
      {(close) => (
        <>
          {me.shells.map((s) => (
            <Link key={s} to={SHELLS[s].to} className="disclosure-item" onClick={close}>
              <Icon name={SHELLS[s].icon} />
              {say(SHELLS[s].label[0], SHELLS[s].label[1])}
            </Link>
          ))}
          <Link to="/account" className="disclosure-item" onClick={close}>
            <Icon name="user" />
            {say('我的账户', 'My account')}
          </Link>
          <button
            type="button"
            className="disclosure-item"
            onClick={() => setAppearance({ theme: dark ? 'light' : 'dark' })}
          >
            <Icon name={dark ? 'sun' : 'moon'} />
            {dark ? say('浅色界面', 'Light') : say('深色界面', 'Dark')}
          </button>
          <button
            type="button"
            className="disclosure-item"
            onClick={() => setAppearance({ size: size === 'large' ? 'normal' : 'large' })}
          >
            <Icon name="text-size" />
            {size === 'large' ? say('标准字号', 'Usual type') : say('大字模式', 'Large type')}
          </button>
          <button type="button" className="disclosure-item" onClick={() => void leave()}>
            <Icon name="logout" />
            {say('退出登录', 'Sign out')}
          </button>
        </>
      )}
    </Disclosure>
  );
};
