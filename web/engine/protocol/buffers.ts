/** The buffers of all arrays of numbers in a message, which need not be copied on its way. The arrays must be the message's own. */
export function buffersIn(message: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const look = (part: unknown): void => {
    if (ArrayBuffer.isView(part)) found.add(part.buffer as ArrayBuffer);
    else if (typeof part === 'object' && part !== null) for (const each of Object.values(part)) look(each);
  };
  look(message);
  return [...found];
}
