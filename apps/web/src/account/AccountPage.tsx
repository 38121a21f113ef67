import { useState } from 'react';
import {
  setAppearance,
  type Theme,
  useAppearance,
  Frame,
  heldRoles,
  useMe,
  useLeave,
} from '@zhitongche/shell/web';
import { MyChannels } from '@zhitongche/channel/web/MyChannels.tsx';
import { PasswordForm } from '../public/PasswordForm.tsx';
import { TotpForm } from '../public/TotpForm.tsx';
import { Badge, Button, Dialog, KeyValues, PageHeader, toast } from '@zhitongche/ui';
import { accountNav } from './account-nav.ts';
import { CalendarFeed } from './CalendarFeed.tsx';
import '@zhitongche/form/web/inputs/inputs.css';

const THEMES: readonly { readonly value: Theme; readonly label: string }[] = [
  { value: 'system', label: '跟随设备' },
  { value: 'light', label: '浅色' },
  { value: 'dark', label: '深色' },
];

/** My own account: who I am here, how the screen looks, how I log in. */
export const AccountPage = () => {
  const me = useMe();
  const { theme, size } = useAppearance();
  const leave = useLeave();
  const [open, setOpen] = useState<'password' | 'totp' | null>(null);
  const close = (said: string) => () => {
    setOpen(null);
    toast(said);
  };
  return (
    <Frame shell="hall" name="我的账户" nav={accountNav(me)}>
      <PageHeader title={me.name} intro={me.org.name} />
      <div className="stack stack-wide">
        <section className="card stack">
          <h2>身份</h2>
          <KeyValues
            items={[
              { label: '用户名', value: me.username },
              { label: '所在单位', value: me.org.name },
              { label: '外事办公室', value: me.office.name },
              {
                label: '角色',
                value: heldRoles(me).join('\n') || '没有角色',
              },
              ...(me.standsInFor.length > 0
                ? [{ label: '正在代办', value: me.standsInFor.map((p) => p.name).join('、') }]
                : []),
            ]}
          />
        </section>
        <section className="card stack">
          <h2>界面</h2>
          <fieldset>
            <legend className="field-label">颜色</legend>
            <div className="picks">
              {THEMES.map((t) => (
                <label key={t.value} className="pick">
                  <input
                    type="radio"
                    name="theme"
                    checked={theme === t.value}
                    onChange={() => setAppearance({ theme: t.value })}
                  />
                  <span>{t.label}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <fieldset>
            <legend className="field-label">字号</legend>
            <div className="picks">
              {(['normal', 'large'] as const).map((s) => (
                <label key={s} className="pick">
                  <input
                    type="radio"
                    name="size"
                    checked={size === s}
                    onChange={() => setAppearance({ size: s })}
                  />
                  <span>{s === 'large' ? '大字模式' : '标准'}</span>
                </label>
              ))}
            </div>
          </fieldset>
        </section>
        <MyChannels />
        <CalendarFeed />
        <section className="card stack">
          <h2>登录安全</h2>
          <div className="row row-between">
            <span>密码</span>
            <Button onPress={() => setOpen('password')}>修改密码</Button>
          </div>
          <div className="row row-between">
            <span>
              动态口令 <Badge tone={me.totp ? 'ok' : 'idle'}>{me.totp ? '已绑定' : '未绑定'}</Badge>
            </span>
            <Button onPress={() => setOpen('totp')}>{me.totp ? '重新绑定' : '绑定动态口令'}</Button>
          </div>
          <div className="row row-between">
            <span>换账号或离开</span>
            <Button icon="logout" onPress={() => void leave()}>
              退出登录
            </Button>
          </div>
        </section>
      </div>
      <Dialog open={open === 'password'} title="修改密码" dismissable={false} onClose={() => setOpen(null)}>
        <PasswordForm onDone={close('密码已修改')} />
      </Dialog>
      <Dialog open={open === 'totp'} title="绑定动态口令" dismissable={false} onClose={() => setOpen(null)}>
        <TotpForm onDone={close('动态口令已绑定')} />
      </Dialog>
    </Frame>
  );
};
