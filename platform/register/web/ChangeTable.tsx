import './RowForm.css';
import type { Row } from './use-row-act.ts';

/** What is on record beside what is said otherwise. */
export const ChangeTable = ({
  changes,
  now,
  said,
}: {
  readonly changes: Row['story'][number]['changes'];
  readonly now: string;
  readonly said: string;
}) => (
  <table className="difference-table">
    <thead>
      <tr>
        <th scope="col">项目</th>
        <th scope="col">{now}</th>
        <th scope="col">{said}</th>
      </tr>
    </thead>
    <tbody>
      {changes.map(({ label, before, after }) => (
        <tr key={label}>
          <th scope="row">{label}</th>
          <td>{before || '没有'}</td>
          <td>{after}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
