import { useQuery } from '@tanstack/react-query';
import { urlOf } from '@zhitongche/contract/web';
import { usePhone, fetchBlob } from '@zhitongche/ui';
import { useMemo } from 'react';
import { showBlob } from '../../desk/show-blob.ts';
import './PaperSheet.css';

/** A paper as it was issued, lying beside what is said of it; on a phone it is a tap away instead. */
export const PaperSheet = ({
  id,
  paper,
  title,
}: {
  readonly id: string;
  readonly paper: string;
  readonly title: string;
}) => {
  const phone = usePhone();
  const { data } = useQuery({
    queryKey: ['paper-sheet', id, paper],
    queryFn: ({ signal }) =>
      fetchBlob(urlOf('paper', { params: { case: id, paper } }), 'application/pdf', signal),
    enabled: !phone,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const show = useMemo(() => (data === undefined ? undefined : showBlob(data, false)), [data]);
  if (phone || show === undefined) return null;
  return (
    <div className="paper-sheet">
      <iframe className="paper-sheet-frame" ref={show} title={title} />
    </div>
  );
};
