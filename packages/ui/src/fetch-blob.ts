import { problemFrom, Unreachable } from './problem.ts';

/** Bytes of a file by its address, as the type the product knows. */
export const fetchBlob = async (url: string, type: string, signal?: AbortSignal): Promise<Blob> => {
  const response = await fetch(url, { credentials: 'same-origin', ...(signal ? { signal } : {}) }).catch(
    () => {
      throw new Unreachable();
    },
  );
  if (!response.ok) throw problemFrom(response.status, await response.json().catch(() => undefined));
  // The type the product knows, not the one the wire says: a page can never be smuggled into the frame.
  return new Blob([await response.arrayBuffer()], { type });
};
