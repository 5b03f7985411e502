import type { EvaluateFunc, EvaluateFuncWith, KeyInput, MouseButton, NodeFor, Viewport } from 'puppeteer-core';

/*
 * What a test may ask of a page, whichever engine shows it: the part of Puppeteer's Page that the tests use, in its words. Puppeteer's own Page is one
 * of these; webkit-page.ts makes the other. A selector `host >>> inner` looks into the shadow trees below `host`.
 */

/** How many milliseconds a test waits for something, unless it says another time: long, for a machine that has more to do. */
export const patience = 60_000;

/** Milliseconds until it fails; where they count, between two tries. */
export interface WaitOptions {
  readonly timeout?: number;
  readonly polling?: number;
}

export interface TestScope {
  $eval<Selector extends string, Params extends unknown[], Func extends EvaluateFuncWith<NodeFor<Selector>, Params>>(
    selector: Selector,
    pageFunction: Func | string,
    ...args: Params
  ): Promise<Awaited<ReturnType<Func>>>;
  $$eval<Selector extends string, Params extends unknown[], Func extends EvaluateFuncWith<NodeFor<Selector>[], Params>>(
    selector: Selector,
    pageFunction: Func | string,
    ...args: Params
  ): Promise<Awaited<ReturnType<Func>>>;
  evaluate<Params extends unknown[], Func extends EvaluateFunc<Params>>(pageFunction: Func | string, ...args: Params): Promise<Awaited<ReturnType<Func>>>;
  $<Selector extends string>(selector: Selector): Promise<TestElement<NodeFor<Selector>> | null>;
  $$<Selector extends string>(selector: Selector): Promise<TestElement<NodeFor<Selector>>[]>;
  waitForSelector<Selector extends string>(selector: Selector, options?: WaitOptions): Promise<TestElement<NodeFor<Selector>> | null>;
  /** Until what the function gives is true in JavaScript's sense. */
  waitForFunction<Params extends unknown[], Func extends EvaluateFunc<Params>>(pageFunction: Func | string, options?: WaitOptions, ...args: Params): Promise<unknown>;
  click(selector: string): Promise<void>;
  focus(selector: string): Promise<void>;
  select(selector: string, ...values: string[]): Promise<string[]>;
  title(): Promise<string>;
}

export interface TestElement<Its extends Node = Element> {
  evaluate<Params extends unknown[], Func extends EvaluateFuncWith<Its, Params>>(pageFunction: Func | string, ...args: Params): Promise<Awaited<ReturnType<Func>>>;
  click(options?: { readonly count?: number }): Promise<void>;
  focus(): Promise<void>;
  isVisible(): Promise<boolean>;
  /** Of an iframe. */
  contentFrame(): Promise<TestScope | null>;
  screenshot(options: { readonly path: string }): Promise<unknown>;
}

export interface TestPage extends TestScope {
  readonly keyboard: TestKeyboard;
  /** Its places are those of the window. */
  readonly mouse: TestMouse;
  /** In WebKit it arrives as a mouse: the driver has no other. */
  readonly touchscreen: TestTouchscreen;
  url(): string | Promise<string>;
  goto(url: string, options?: { readonly waitUntil?: 'load' }): Promise<unknown>;
  reload(options?: { readonly waitUntil?: 'load' }): Promise<unknown>;
  /** Runs it before the scripts of every page that is loaded from now on. */
  evaluateOnNewDocument<Params extends unknown[]>(pageFunction: (...args: Params) => unknown, ...args: Params): Promise<unknown>;
  setViewport(viewport: Viewport): Promise<void>;
  setOfflineMode(offline: boolean): Promise<void>;
  waitForNetworkIdle(options?: { readonly idleTime?: number; readonly timeout?: number }): Promise<void>;
  screenshot(options: { readonly path: string; readonly fullPage?: boolean }): Promise<unknown>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
}

export interface TestKeyboard {
  press(key: KeyInput): Promise<void>;
  down(key: KeyInput): Promise<void>;
  up(key: KeyInput): Promise<void>;
  type(text: string): Promise<void>;
}

export interface TestMouse {
  move(x: number, y: number, options?: { readonly steps?: number }): Promise<void>;
  down(options?: { readonly button?: MouseButton }): Promise<void>;
  up(options?: { readonly button?: MouseButton }): Promise<void>;
  click(x: number, y: number, options?: { readonly count?: number }): Promise<void>;
  wheel(options: { readonly deltaX?: number; readonly deltaY?: number }): Promise<void>;
}

export interface TestTouchscreen {
  tap(x: number, y: number): Promise<void>;
  touchStart(x: number, y: number): Promise<unknown>;
  touchMove(x: number, y: number): Promise<void>;
  touchEnd(): Promise<void>;
}
