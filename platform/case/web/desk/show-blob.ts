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
export const showBlob =
  (blob: Blob, tools = true) =>
  (element: HTMLIFrameElement | HTMLImageElement | null) => {
    const url = URL.createObjectURL(blob);
    // A document is shown at the width of its pane, without the browser's own list of pages beside it.
    element?.setAttribute(
      'src',
      element instanceof HTMLIFrameElement ? `${url}#navpanes=0&view=FitH${tools ? '' : '&toolbar=0'}` : url,
    );
    return () => URL.revokeObjectURL(url);
  };
