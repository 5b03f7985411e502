/** A key that repeats and a pointer that moves tell of themselves more often than this. */
const restingMilliseconds = 100;

let movedAt = Number.NEGATIVE_INFINITY;
let watched = false;

/** Whether the reader is just pressing or dragging something, anywhere on the page; known from the first call on. */
export function handMoves(now: number): boolean {
  if (!watched) {
    watched = true;
    const moved = (event: Event) => {
      // A mouse that only passes by moves nothing.
      if (event.type !== 'pointermove' || (event as PointerEvent).buttons !== 0) movedAt = performance.now();
    };
    for (const name of ['keydown', 'pointerdown', 'pointermove', 'click']) globalThis.addEventListener?.(name, moved, { capture: true, passive: true });
  }
  return now - movedAt < restingMilliseconds;
}
