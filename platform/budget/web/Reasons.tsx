import { problemsOfError } from '@zhitongche/ui';

/** Every reason a disclosure was not saved for, with what to do. */
export const Reasons = ({ error }: { readonly error: unknown }) => (
  <ul>
    {problemsOfError(error).map((problem) => (
      <li key={`${problem.at.join(' ')} ${problem.message}`}>
        {problem.message}
        {problem.todo ? <span className="soft"> {problem.todo}</span> : null}
      </li>
    ))}
  </ul>
);
