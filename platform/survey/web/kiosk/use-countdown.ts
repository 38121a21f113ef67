import { useEffect, useRef, useState } from 'react';

/** Real seconds until something happens by itself, once; `again` lets them begin anew. */
export function useCountdown(
  seconds: number,
  over: () => void,
): { readonly left: number; readonly again: () => void } {
  const [until, setUntil] = useState(() => Date.now() + seconds * 1000);
  const [left, setLeft] = useState(seconds);
  const latest = useRef(over);
  useEffect(() => {
    latest.current = over;
  });
  useEffect(() => {
    const timer = setInterval(() => {
      const rest = Math.ceil((until - Date.now()) / 1000);
      setLeft(Math.max(rest, 0));
      if (rest > 0) return;
      clearInterval(timer);
      latest.current();
    }, 250);
    return () => clearInterval(timer);
  }, [until]);
  return {
    left,
    again: () => {
      setUntil(Date.now() + seconds * 1000);
      setLeft(seconds);
    },
  };
}
