/** Calls back as soon as the messages that wait have had their turn. Unlike a timer, a message is not held back for 4 ms. */
export function yielding(): (callback: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port2.onmessage = () => waiting.shift()?.();
  return (callback) => {
    waiting.push(callback);
    port1.postMessage(null);
  };
}
