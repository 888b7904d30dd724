'use client';

import { useRef, type PointerEvent } from 'react';
import { boxBetween, type Box } from '@/lib/files/rules/region';

/** Told of a box while it is drawn with the mouse or a pen. Fingers go on scrolling. */
export type Pen = { readonly draw: (box: Box) => void };

type Point = { readonly x: number; readonly y: number };

/** Handlers for a page whose own coordinates are those of `page`, whatever its turn and size on the screen. */
export function usePen(pen: Pen | undefined, size: { readonly width: number; readonly height: number }) {
  const page = useRef<SVGGElement>(null);
  const start = useRef<Point | null>(null);
  if (!pen) return { page, handlers: {} };

  function pointOf(event: PointerEvent): Point | null {
    const matrix = page.current?.getScreenCTM();
    if (!matrix) return null;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    return { x: x / size.width, y: y / size.height };
  }
  return {
    page,
    handlers: {
      onPointerDown(event: PointerEvent<SVGSVGElement>) {
        if (event.button !== 0 || event.pointerType === 'touch') return;
        start.current = pointOf(event);
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
      },
      onPointerMove(event: PointerEvent<SVGSVGElement>) {
        const [from, to] = [start.current, pointOf(event)];
        // A hand that trembles on a click draws nothing.
        if (from && to && Math.hypot(from.x - to.x, from.y - to.y) > 0.01) pen.draw(boxBetween(from, to));
      },
      onPointerUp() {
        start.current = null;
      },
    },
  };
}
