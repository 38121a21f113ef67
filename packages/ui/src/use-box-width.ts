import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/**
 * The width a box has now, in CSS pixels, for what is laid out by the room it has and not by the screen: a pane beside
 * another is narrow on a wide screen too. Null before it was drawn.
 */
export const useBoxWidth = <E extends HTMLElement>(): readonly [RefObject<E | null>, number | null] => {
  const box = useRef<E>(null);
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return undefined;
    const read = (): void => setWidth(current.clientWidth);
    read();
    const watcher = new ResizeObserver(read);
    watcher.observe(current);
    return () => watcher.disconnect();
  }, []);
  return [box, width];
};
