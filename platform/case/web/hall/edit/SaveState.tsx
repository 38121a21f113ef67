import type { DraftState } from '@zhitongche/form/web';
import { timeText, Icon, type IconName } from '@zhitongche/ui';
import './SaveState.css';

const said = ({
  status,
  savedAt,
}: Pick<DraftState, 'status' | 'savedAt'>): { readonly icon: IconName; readonly text: string } => {
  switch (status.is) {
    case 'saved':
      return { icon: 'check-circle', text: savedAt ? `已保存 ${timeText(savedAt)}` : '填写后自动保存' };
    case 'waiting':
    case 'saving':
      return { icon: 'refresh', text: '正在保存…' };
    case 'offline':
      return { icon: 'offline', text: '网络不通，已存在本机，恢复后自动保存' };
    case 'conflict':
      return { icon: 'alert', text: '与他人的修改冲突，尚未保存' };
    case 'refused':
      return { icon: 'alert', text: `没有保存：${status.why}` };
  }
};

/** Whether what was typed is safe, in words that change as it happens. */
export const SaveState = ({ state }: { readonly state: Pick<DraftState, 'status' | 'savedAt'> }) => {
  const { icon, text } = said(state);
  return (
    <output className={`save-state save-${state.status.is}`}>
      <Icon name={icon} />
      {text}
    </output>
  );
};
