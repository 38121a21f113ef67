import { Dialog } from '@zhitongche/ui';
import { keyGroups } from './key-sheets.ts';
import './KeySheet.css';

/** All keys, place by place. */
export const KeySheet = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog open title="快捷键" onClose={onClose}>
    <div className="stack">
      {keyGroups().map(({ title, keys }) => (
        <table key={title} className="key-sheet">
          <caption>{title}</caption>
          <tbody>
            {keys.map(({ shown, does }) => (
              <tr key={shown}>
                <th scope="row">
                  <kbd>{shown}</kbd>
                </th>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  </Dialog>
);
