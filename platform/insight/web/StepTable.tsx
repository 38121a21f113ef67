import { Link } from '@tanstack/react-router';
import type { Reply } from '@zhitongche/contract/web';
import { stepLead } from './leads.ts';

/** How many cases stand at each step now and how long the step takes; the number leads to the cases. */
export const StepTable = ({ steps }: { readonly steps: Reply<'stats'>['byStep'] }) =>
  steps.length === 0 ? (
    <p className="soft">现在没有在办的件。</p>
  ) : (
    <table className="stats-table">
      <thead>
        <tr>
          <th scope="col">环节</th>
          <th scope="col" className="number">
            在办（件）
          </th>
          <th scope="col" className="number">
            用时中位数（工作日）
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map((s) => (
          <tr key={`${s.service} ${s.step}`}>
            <th scope="row">{s.title}</th>
            <td className="number">
              {s.open === 0 ? (
                0
              ) : (
                <Link
                  to="/desk"
                  search={{ ...stepLead(s).search }}
                  className="stats-link"
                  aria-label={`${s.title}在办 ${s.open} 件`}
                >
                  {s.open}
                </Link>
              )}
            </td>
            <td className="number">{s.medianDays ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
