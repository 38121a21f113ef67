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
