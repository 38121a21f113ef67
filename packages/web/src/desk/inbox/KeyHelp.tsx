import { Dialog } from '../../ui/Dialog.tsx';
import { INBOX_KEYS } from './inbox-keys.ts';

/** The keys of the inbox and of a case. */
export const KeyHelp = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog open title="快捷键" onClose={onClose}>
    <table className="key-table">
      <tbody>
        {INBOX_KEYS.map((k) => (
          <tr key={k.shown}>
            <th scope="row">
              <kbd>{k.shown}</kbd>
            </th>
            <td>{k.does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Dialog>
);
