export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** As a sentence of its own: with a stop at its end. */
export function sentence(message: string): string {
  return /[.!?。！？]$/.test(message) ? message : `${message}.`;
}
