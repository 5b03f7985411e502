import { writeFileSync } from 'node:fs';
import type { EvaluateFunc, EvaluateFuncWith, NodeFor } from 'puppeteer-core';
import type { WebElement } from 'selenium-webdriver';
import { patience, type TestElement, type TestScope, type WaitOptions } from './test-page.ts';
import { WebKitMouse } from './webkit-input.ts';
import { choose, found, isVisible, middleOf } from './webkit-scripts.ts';
import type { Place, Session } from './webkit-session.ts';

/** What a script of a test throws in the page. Everything else that goes wrong is the driver's: a page on its way out, for one. */
class ThrownInPage extends Error {}

/** A function, or an expression, as the text of a function. */
const sourceOf = (script: unknown): string => (typeof script === 'string' ? `() => (${script})` : String(script));

// What the tests want to know of an element of this selector, or of all of them.
const ofOne = (script: unknown) => `(selector, ...given) => {
  const [element] = (${found})(selector);
  if (!element) throw new Error('There is no element ' + selector);
  return (${script})(element, ...given);
}`;
const ofAll = (script: unknown) => `(selector, ...given) => (${script})((${found})(selector), ...given)`;

/** The document of a window or of an iframe. */
export class WebKitScope implements TestScope {
  readonly session: Session;
  readonly place: Place;

  constructor(session: Session, place: Place) {
    this.session = session;
    this.place = place;
  }

  evaluate<Params extends unknown[], Func extends EvaluateFunc<Params>>(pageFunction: Func | string, ...args: Params): Promise<Awaited<ReturnType<Func>>> {
    return this.run(sourceOf(pageFunction), args) as Promise<Awaited<ReturnType<Func>>>;
  }

  $eval<Selector extends string, Params extends unknown[], Func extends EvaluateFuncWith<NodeFor<Selector>, Params>>(
    selector: Selector,
    pageFunction: Func | string,
    ...args: Params
  ): Promise<Awaited<ReturnType<Func>>> {
    return this.run(ofOne(pageFunction), [selector, ...args]) as Promise<Awaited<ReturnType<Func>>>;
  }

  $$eval<Selector extends string, Params extends unknown[], Func extends EvaluateFuncWith<NodeFor<Selector>[], Params>>(
    selector: Selector,
    pageFunction: Func | string,
    ...args: Params
  ): Promise<Awaited<ReturnType<Func>>> {
    return this.run(ofAll(pageFunction), [selector, ...args]) as Promise<Awaited<ReturnType<Func>>>;
  }

  async $<Selector extends string>(selector: Selector): Promise<TestElement<NodeFor<Selector>> | null> {
    return (await this.$$(selector))[0] ?? null;
  }

  async $$<Selector extends string>(selector: Selector): Promise<TestElement<NodeFor<Selector>>[]> {
    const references = await this.session.at(this.place, (driver) => driver.executeScript<WebElement[]>(`return (${found})(arguments[0]);`, selector));
    return references.map((reference) => new WebKitElement<NodeFor<Selector>>(this, reference));
  }

  async waitForSelector<Selector extends string>(selector: Selector, options: WaitOptions = {}): Promise<TestElement<NodeFor<Selector>> | null> {
    await this.#until(`(selector) => (${found})(selector).length > 0`, [selector], `the element ${selector}`, options);
    return this.$(selector);
  }

  waitForFunction<Params extends unknown[], Func extends EvaluateFunc<Params>>(pageFunction: Func | string, options: WaitOptions = {}, ...args: Params): Promise<void> {
    return this.#until(`async (...given) => !!(await (${sourceOf(pageFunction)})(...given))`, args, String(pageFunction), options);
  }

  async click(selector: string): Promise<void> {
    await this.#press(await this.run(ofOne(middleOf), [selector]));
  }

  async focus(selector: string): Promise<void> {
    await this.run(
      ofOne((element: HTMLElement) => element.focus()),
      [selector],
    );
  }

  select(selector: string, ...values: string[]): Promise<string[]> {
    return this.run(ofOne(choose), [selector, values]) as Promise<string[]>;
  }

  title(): Promise<string> {
    return this.run('() => document.title', []) as Promise<string>;
  }

  /** A function's text, with what it is given; the answer comes as JSON. */
  async run(source: string, given: readonly unknown[]): Promise<unknown> {
    const script = `const given = [...arguments];
      const done = given.pop();
      (async () => (${source})(...given))().then(
        // What cannot be told, an element for one, comes as nothing, as with Puppeteer.
        (value) => { try { done(JSON.stringify({ value })); } catch { done('{}'); } },
        (error) => done(JSON.stringify({ thrown: error instanceof Error ? error.name + ': ' + error.message + '\\n' + error.stack : String(error) })),
      );`;
    // One by one: the driver knows no element within an array.
    const references = given.map((each) => (each instanceof WebKitElement ? each.reference : each));
    const answer = JSON.parse(await this.session.at(this.place, (driver) => driver.executeAsyncScript<string>(script, ...references)));
    if ('thrown' in answer) throw new ThrownInPage(answer.thrown);
    return answer.value;
  }

  async #until(source: string, given: readonly unknown[], what: string, { timeout = patience, polling = 50 }: WaitOptions): Promise<void> {
    const end = performance.now() + timeout;
    for (let last: unknown; ; ) {
      try {
        if (await this.run(source, given)) return;
      } catch (error) {
        if (error instanceof ThrownInPage) throw error;
        last = error;
      }
      if (performance.now() > end) throw new Error(`Waited ${timeout} ms in vain for ${what}`, { cause: last });
      await new Promise((resolve) => setTimeout(resolve, polling));
    }
  }

  async #press(place: unknown, count?: number): Promise<void> {
    const { x, y } = place as { x: number; y: number };
    await new WebKitMouse(this.session, this.place).click(x, y, count === undefined ? {} : { count });
  }

  /** For an element of this document. */
  async pressAt(element: WebKitElement<Node>, count?: number): Promise<void> {
    await this.#press(await this.run(String(middleOf), [element]), count);
  }
}

export class WebKitElement<Its extends Node = Element> implements TestElement<Its> {
  readonly reference: WebElement;
  readonly #scope: WebKitScope;

  constructor(scope: WebKitScope, reference: WebElement) {
    this.#scope = scope;
    this.reference = reference;
  }

  evaluate<Params extends unknown[], Func extends EvaluateFuncWith<Its, Params>>(pageFunction: Func | string, ...args: Params): Promise<Awaited<ReturnType<Func>>> {
    return this.#scope.run(sourceOf(pageFunction), [this, ...args]) as Promise<Awaited<ReturnType<Func>>>;
  }

  click({ count }: { readonly count?: number } = {}): Promise<void> {
    return this.#scope.pressAt(this, count);
  }

  async focus(): Promise<void> {
    await this.#scope.run('(element) => element.focus()', [this]);
  }

  isVisible(): Promise<boolean> {
    return this.#scope.run(String(isVisible), [this]) as Promise<boolean>;
  }

  async contentFrame(): Promise<TestScope> {
    const { session, place } = this.#scope;
    return new WebKitScope(session, { window: place.window, frames: [...place.frames, this.reference] });
  }

  async screenshot({ path }: { readonly path: string }): Promise<void> {
    const picture = await this.#scope.session.picture(this.#scope.place, () => this.reference.takeScreenshot(true));
    writeFileSync(path, picture, 'base64');
  }
}
