import { RefCallback, useCallback, useRef, useState } from 'react';

/**
 * Width of an element in CSS pixels, which is what a table has: the window's width says nothing about an open sidebar.
 * Undefined until it is known.
 */
export function useWidth<T extends HTMLElement>(): [RefCallback<T>, number | undefined] {
  const [width, setWidth] = useState<number>();
  const observer = useRef<ResizeObserver>();
  const ref = useCallback((element: T | null) => {
    observer.current?.disconnect();
    if (!element || typeof ResizeObserver === 'undefined') return;
    observer.current = new ResizeObserver(([entry]) => setWidth(Math.floor(entry.contentRect.width)));
    observer.current.observe(element);
  }, []);
  return [ref, width];
}
