const typedInto = 'input:not([type=range], [type=checkbox], [type=radio], [type=file]), textarea, select';
const movedByKeys = 'input, [role=slider], [role=grid], [role=tab], [role=application]';
const pressed = 'button, summary, a[href], input';
const moves = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'];

/**
 * Keeps the keys that a control of the figure uses from the page around it, which does not see into a figure: slides would turn while the
 * reader moves a point, and letters typed into a formula would be the page's shortcuts.
 */
export function keepKeys(figure: HTMLElement): void {
  figure.addEventListener('keydown', keep);
}

function keep(event: KeyboardEvent): void {
  const control = event.composedPath()[0];
  if (!(control instanceof Element) || event.ctrlKey || event.altKey || event.metaKey || event.key === 'Tab') return;
  const used =
    event.defaultPrevented ||
    (event.key === 'Escape' ? control.closest('dialog') !== null : control.matches(typedInto)) ||
    (control.matches(movedByKeys) && moves.includes(event.key)) ||
    (control.matches(pressed) && (event.key === ' ' || event.key === 'Enter'));
  if (used) event.stopPropagation();
}
