import type { DraftState } from '@zhitongche/form/web';
import { Icon, type IconName, timeText, useShared } from '@zhitongche/ui';
import './SaveState.css';

const said = ({
  status,
  savedAt,
}: Pick<DraftState, 'status' | 'savedAt'>): {
  readonly icon: IconName;
  readonly text: readonly [zh: string, en: string];
} => {
  switch (status.is) {
    case 'saved':
      return {
        icon: 'check-circle',
        text: savedAt
          ? [`已保存 ${timeText(savedAt)}`, `Saved ${timeText(savedAt)}`]
          : ['填写后自动保存', 'Kept as you type'],
      };
    case 'waiting':
    case 'saving':
      return { icon: 'refresh', text: ['正在保存…', 'Saving…'] };
    case 'offline':
      return {
        icon: 'offline',
        text: ['网络不通，已存在本机，恢复后自动保存', 'No network: kept on this device until it is back'],
      };
    case 'conflict':
      return {
        icon: 'alert',
        text: ['与他人的修改冲突，尚未保存', 'Somebody else changed it: not saved yet'],
      };
    case 'refused':
      return { icon: 'alert', text: [`没有保存：${status.why}`, 'Not saved'] };
  }
};

/** Whether what was typed is safe, in words that change as it happens. */
export const SaveState = ({ state }: { readonly state: Pick<DraftState, 'status' | 'savedAt'> }) => {
  const { say } = useShared();
  const { icon, text } = said(state);
  return (
    <output className={`save-state save-${state.status.is}`}>
      <Icon name={icon} />
      {say(...text)}
    </output>
  );
};
