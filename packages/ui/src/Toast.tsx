import { useEffect, useSyncExternalStore } from 'react';
import { IconButton } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';
import { useShared } from './words.ts';
import './Toast.css';

/** A short message at the edge of the screen. */
export interface ToastMessage {
  readonly id: number;
  readonly tone: 'ok' | 'info' | 'danger';
  readonly text: string;
}

let messages: readonly ToastMessage[] = [];
let last = 0;
const listeners = new Set<() => void>();
const change = (next: readonly ToastMessage[]): void => {
  messages = next;
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Says something briefly: `toast('已提交')`; failures stay until closed. */
export const toast = (text: string, tone: ToastMessage['tone'] = 'ok'): void => {
  last += 1;
  change([...messages.slice(-2), { id: last, tone, text }]);
};

const ICONS: Record<ToastMessage['tone'], IconName> = { ok: 'check-circle', info: 'info', danger: 'alert' };

const One = ({ message }: { readonly message: ToastMessage }) => {
  const { say } = useShared();
  const close = () => change(messages.filter((m) => m.id !== message.id));
  useEffect(() => {
    if (message.tone === 'danger') return;
    const timer = setTimeout(() => change(messages.filter((m) => m.id !== message.id)), 6000);
    return () => clearTimeout(timer);
  }, [message]);
  return (
    <li className={`toast toast-${message.tone}`}>
      <Icon name={ICONS[message.tone]} />
      <span>{message.text}</span>
      <IconButton icon="close" size="small" label={say('关闭提示', 'Close')} onPress={close} />
    </li>
  );
};

/** Where short messages appear; read out politely. */
export const Toasts = () => {
  const { say } = useShared();
  const list = useSyncExternalStore(subscribe, () => messages);
  return (
    <ul className="toasts" aria-live="polite" aria-label={say('提示', 'Messages')}>
      {list.map((m) => (
        <One key={m.id} message={m} />
      ))}
    </ul>
  );
};
