const betweenLooks = 100;

/** Until a run in a worker rests, by itself or by the reader, or `signal` is aborted. */
export function whileGoing(going: () => boolean, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const watch = setInterval(() => {
      if (going() && !signal.aborted) return;
      clearInterval(watch);
      resolve();
    }, betweenLooks);
  });
}
