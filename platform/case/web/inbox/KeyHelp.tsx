import { Dialog } from '@zhitongche/ui';
import { CASE_KEYS, INBOX_KEYS } from './inbox-keys.ts';

/** The keys of the inbox and of a case. */
export const KeyHelp = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog open title="快捷键" onClose={onClose}>
    <div className="stack">
      <Keys title="收件箱" keys={INBOX_KEYS} />
      <Keys title="办件页" keys={CASE_KEYS} />
    </div>
  </Dialog>
);

const Keys = ({
  title,
  keys,
}: {
  readonly title: string;
  readonly keys: readonly { readonly shown: string; readonly does: string }[];
}) => (
  <table className="key-table">
    <caption>{title}</caption>
    <tbody>
      {keys.map((k) => (
        <tr key={k.shown}>
          <th scope="row">
            <kbd>{k.shown}</kbd>
          </th>
          <td>{k.does}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
