import type { KeyInput, MouseButton } from 'puppeteer-core';
import { type Actions, Button, Key, Origin } from 'selenium-webdriver';
import type { TestKeyboard, TestMouse, TestTouchscreen } from './test-page.ts';
import type { Place, Session } from './webkit-session.ts';

const named: Partial<Record<KeyInput, string>> = {
  Alt: Key.ALT,
  ArrowDown: Key.ARROW_DOWN,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  ArrowUp: Key.ARROW_UP,
  Backspace: Key.BACK_SPACE,
  Control: Key.CONTROL,
  Delete: Key.DELETE,
  End: Key.END,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Home: Key.HOME,
  Meta: Key.META,
  PageDown: Key.PAGE_DOWN,
  PageUp: Key.PAGE_UP,
  Shift: Key.SHIFT,
  Space: Key.SPACE,
  Tab: Key.TAB,
};

function codeOf(key: KeyInput): string {
  const code = named[key] ?? key;
  if ([...code].length !== 1) throw new Error(`The key ${key} has no code here yet: add it to ${import.meta.filename}`);
  return code;
}

export class WebKitKeyboard implements TestKeyboard {
  readonly #session: Session;
  readonly #place: Place;
  constructor(session: Session, place: Place) {
    this.#session = session;
    this.#place = place;
  }

  async press(key: KeyInput): Promise<void> {
    await this.#session.at(this.#place, (driver) => driver.actions({ async: true }).keyDown(codeOf(key)).keyUp(codeOf(key)).perform());
  }

  async down(key: KeyInput): Promise<void> {
    await this.#session.at(this.#place, (driver) => driver.actions({ async: true }).keyDown(codeOf(key)).perform());
  }

  async up(key: KeyInput): Promise<void> {
    await this.#session.at(this.#place, (driver) => driver.actions({ async: true }).keyUp(codeOf(key)).perform());
  }

  async type(text: string): Promise<void> {
    for (const letter of text) await this.press(letter as KeyInput);
  }
}

/** What the types of Selenium lack. */
type Scrolling = Actions & { scroll(x: number, y: number, deltaX: number, deltaY: number, origin: string, duration: number): Actions };

const buttons: Partial<Record<MouseButton, Button>> = { left: Button.LEFT, middle: Button.MIDDLE, right: Button.RIGHT };

export class WebKitMouse implements TestMouse {
  readonly #session: Session;
  readonly #place: Place;
  #at = { x: 0, y: 0 };
  constructor(session: Session, place: Place) {
    this.#session = session;
    this.#place = place;
  }

  async move(x: number, y: number, { steps = 1 }: { readonly steps?: number } = {}): Promise<void> {
    const from = this.#at;
    this.#at = { x, y };
    await this.#session.at(this.#place, (driver) => {
      const actions = driver.actions({ async: true });
      for (let step = 1; step <= steps; step++) {
        const part = step / steps;
        actions.move({ x: Math.round(from.x + part * (x - from.x)), y: Math.round(from.y + part * (y - from.y)), duration: 0, origin: Origin.VIEWPORT });
      }
      return actions.perform();
    });
  }

  async down({ button = 'left' }: { readonly button?: MouseButton } = {}): Promise<void> {
    await this.#session.at(this.#place, (driver) => driver.actions({ async: true }).press(buttons[button]).perform());
  }

  async up({ button = 'left' }: { readonly button?: MouseButton } = {}): Promise<void> {
    await this.#session.at(this.#place, (driver) => driver.actions({ async: true }).release(buttons[button]).perform());
  }

  async click(x: number, y: number, { count = 1 }: { readonly count?: number } = {}): Promise<void> {
    await this.move(x, y);
    for (let k = 0; k < count; k++) {
      await this.down();
      await this.up();
    }
  }

  async wheel({ deltaX = 0, deltaY = 0 }: { readonly deltaX?: number; readonly deltaY?: number }): Promise<void> {
    const { x, y } = this.#at;
    await this.#session.at(this.#place, (driver) =>
      (driver.actions({ async: true }) as Scrolling).scroll(Math.round(x), Math.round(y), deltaX, deltaY, Origin.VIEWPORT, 0).perform(),
    );
  }
}

/** The driver's fingers arrive in the page as a mouse, so a mouse they are. */
export class WebKitTouchscreen implements TestTouchscreen {
  readonly #mouse: WebKitMouse;
  constructor(mouse: WebKitMouse) {
    this.#mouse = mouse;
  }

  tap(x: number, y: number): Promise<void> {
    return this.#mouse.click(x, y);
  }

  async touchStart(x: number, y: number): Promise<void> {
    await this.#mouse.move(x, y);
    await this.#mouse.down();
  }

  touchMove(x: number, y: number): Promise<void> {
    return this.#mouse.move(x, y);
  }

  touchEnd(): Promise<void> {
    return this.#mouse.up();
  }
}
