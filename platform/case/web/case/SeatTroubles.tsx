import { isClosed } from '@zhitongche/case';
import { useQuery } from '@tanstack/react-query';
import { keyOf, read } from '@zhitongche/contract/web';
import type { CaseView } from '@zhitongche/contract';
import { Notice } from '@zhitongche/ui';

/** Why nobody can take an open seat of the case, or of the unit while it is being filled in, and what to do; nothing while all is well. */
export const SeatTroubles = ({ view: { row, state } }: { readonly view: CaseView }) => {
  const input = { params: { case: row.id } };
  const { data = [] } = useQuery({
    ...read('caseSeats', input),
    queryKey: [...keyOf('caseSeats', input), state.revision],
    enabled: !isClosed(state.status),
    refetchInterval: 60_000,
  });
  if (data.length === 0) return null;
  return (
    <Notice
      tone="warn"
      title={state.step === null ? '提交前请先安排人员，否则办件会停在本单位' : '这一环节需要安排人员'}
    >
      {data.map(({ message, todo }) => (
        <p key={message}>
          {message}
          {todo}
        </p>
      ))}
    </Notice>
  );
};
