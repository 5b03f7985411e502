import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & EventTarget;

/** Ctrl+Z or ⌘Z takes the last step of a figure back, while it has the focus or was pressed last: a press on a picture gives no focus, and the key that follows it comes to the page. */
export class UndoKey implements ReactiveController {
  #host: Host;
  #undo: () => void;
  #inHand = false;

  constructor(host: Host, undo: () => void) {
    this.#host = host;
    this.#undo = undo;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#key);
    document.addEventListener('pointerdown', this.#press, { capture: true, passive: true });
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#key);
    document.removeEventListener('pointerdown', this.#press, { capture: true });
  }

  #press = (event: PointerEvent): void => {
    this.#inHand = event.composedPath().includes(this.#host);
  };

  /** In a field the browser takes back what was typed. */
  #key = (event: KeyboardEvent): void => {
    const path = event.composedPath();
    if (!path.includes(this.#host) && !(this.#inHand && path[0] === document.body)) return;
    const [target] = path;
    const types = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !['range', 'checkbox', 'radio'].includes(target.type));
    if (types || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.#undo();
  };
}
