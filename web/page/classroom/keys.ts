/** Elements that have a use of their own for the arrow keys or for letters. */
const usesArrows = 'input, select, textarea, [role=slider], [role=grid], [role=tablist], [role=application], [tabindex="0"]:not(a, button, body)';
const usesLetters = 'input:not([type=range], [type=checkbox], [type=radio]), textarea, select, [contenteditable]';

/** What a key asks the classroom for; undefined if it is meant for the figure. Page Up and Page Down are what a clicker sends: they are the classroom's always. */
export function commandFor(event: KeyboardEvent): 'next' | 'previous' | 'answer' | 'pen' | 'undo' | 'wipe' | 'freeze' | 'link' | 'notes' | 'keys' | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
  if (event.key === 'PageDown') return 'next';
  if (event.key === 'PageUp') return 'previous';
  const target = event.composedPath()[0];
  const within = (selector: string) => target instanceof Element && target.closest(selector) !== null;
  if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') return within(usesArrows) ? undefined : event.key === 'ArrowRight' ? 'next' : 'previous';
  if (within(usesLetters)) return undefined;
  switch (event.key.toLowerCase()) {
    case 'a':
      return 'answer';
    case 'p':
      return 'pen';
    case 'u':
      return 'undo';
    case 'c':
      return 'wipe';
    case 'f':
      return 'freeze';
    case 'q':
      return 'link';
    case 'n':
      return 'notes';
    case '?':
      return 'keys';
    default:
      return undefined;
  }
}
