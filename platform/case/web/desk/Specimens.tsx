import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { dayInChinese } from '@zhitongche/base';
import type { API, ReplyOf } from '@zhitongche/contract';
import { read, urlOf } from '@zhitongche/contract/web';
import { ErrorState, Skeleton, fetchBlob } from '@zhitongche/ui';
import { showBlob } from './show-blob.ts';
import { shownAs } from './viewables.ts';

type Specimen = ReplyOf<(typeof API)['specimens']>[number];

/** The seal and the signatures on file, beside a scan that was signed. */
export const Specimens = ({ id }: { readonly id: string }) => {
  const { data, error, refetch } = useQuery(read('specimens', { params: { case: id } }));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={3} />;
  return (
    <section className="specimens" aria-labelledby="specimens-title">
      <h3 id="specimens-title">留存样本</h3>
      {data.length === 0 ? (
        <p className="soft">本单位提交时没有留存印鉴和签字样本，请以其他方式核对。</p>
      ) : (
        <ul>
          {data.map((one) => (
            <OneSpecimen key={one.id} id={id} specimen={one} />
          ))}
        </ul>
      )}
    </section>
  );
};

const OneSpecimen = ({ id, specimen }: { readonly id: string; readonly specimen: Specimen }) => {
  const url = urlOf('specimen', { params: { case: id, file: specimen.id } });
  const picture = shownAs(specimen.type) === 'image';
  const { data, error } = useQuery({
    queryKey: ['specimen', id, specimen.id],
    queryFn: ({ signal }) => fetchBlob(url, specimen.type, signal),
    enabled: picture,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  const show = useMemo(() => (data === undefined ? undefined : showBlob(data)), [data]);
  const words = `${specimen.label} ${specimen.holder}`;
  return (
    <li>
      <figure>
        {show ? <img ref={show} alt={words} /> : null}
        {error ? <p className="soft">样本没有打开，请稍后再看。</p> : null}
        <figcaption>
          {specimen.label} <strong>{specimen.holder}</strong>
          <span className="soft"> 自{dayInChinese(specimen.since)}</span>{' '}
          {picture ? null : (
            <a href={url} target="_blank" rel="noreferrer">
              打开 {specimen.name}
            </a>
          )}
        </figcaption>
      </figure>
    </li>
  );
};
