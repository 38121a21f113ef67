import { Link } from '@tanstack/react-router';
import { Disclosure, Icon } from '@zhitongche/ui';
import { setAppearance, useAppearance } from './appearance.ts';
import { useMe } from './me.ts';
import { useLeave } from './use-leave.ts';

const SHELLS = {
  hall: { to: '/hall', label: '去申报端', icon: 'home' },
  desk: { to: '/desk', label: '去审批端', icon: 'inbox' },
  admin: { to: '/admin', label: '去管理端', icon: 'settings' },
} as const;

/** My name in the head: other shells, appearance, own account, log-out. */
export const AccountMenu = () => {
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
              {SHELLS[s].label}
            </Link>
          ))}
          <Link to="/account" className="disclosure-item" onClick={close}>
            <Icon name="user" />
            我的账户
          </Link>
          <button
            type="button"
            className="disclosure-item"
            onClick={() => setAppearance({ theme: dark ? 'light' : 'dark' })}
          >
            <Icon name={dark ? 'sun' : 'moon'} />
            {dark ? '浅色界面' : '深色界面'}
          </button>
          <button
            type="button"
            className="disclosure-item"
            onClick={() => setAppearance({ size: size === 'large' ? 'normal' : 'large' })}
          >
            <Icon name="text-size" />
            {size === 'large' ? '标准字号' : '大字模式'}
          </button>
          <button type="button" className="disclosure-item" onClick={() => void leave()}>
            <Icon name="logout" />
            退出登录
          </button>
        </>
      )}
    </Disclosure>
  );
};
