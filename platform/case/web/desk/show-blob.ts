import { problemFrom, Unreachable } from '@zhitongche/ui';

/** Bytes of a file by its address, as the type the product knows. */
export const fetchBlob = async (url: string, type: string, signal: AbortSignal): Promise<Blob> => {
  const response = await fetch(url, { signal, credentials: 'same-origin' }).catch(() => {
    throw new Unreachable();
  });
  if (!response.ok) throw problemFrom(response.status, await response.json().catch(() => undefined));
  // The type the product knows, not the one the wire says: a page can never be smuggled into the frame.
  return new Blob([await response.arrayBuffer()], { type });
};

/** Puts a blob into the element that shows it, for as long as it is shown. */
export const showBlob = (blob: Blob) => (element: HTMLIFrameElement | HTMLImageElement | null) => {
  const url = URL.createObjectURL(blob);
  element?.setAttribute('src', url);
  return () => URL.revokeObjectURL(url);
};
