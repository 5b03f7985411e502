import type { WebDriver, WebElement } from 'selenium-webdriver';
import { settle, stir } from './webkit-scripts.ts';

/** A window, and the iframes that lead from its page to the one that is meant. */
export interface Place {
  readonly window: string;
  readonly frames: readonly WebElement[];
}

/** Takes one command after another to the driver, each where it belongs: the driver itself is at one place at a time. */
export class Session {
  readonly #driver: WebDriver;
  #last: Promise<unknown> = Promise.resolve();
  #at: Place | undefined;

  constructor(driver: WebDriver) {
    this.#driver = driver;
  }

  at<T>(place: Place, command: (driver: WebDriver) => Promise<T> | T): Promise<T> {
    const done = this.#last.then(async () => {
      try {
        await this.#goTo(place);
        return await command(this.#driver);
      } catch (error) {
        // A page that has gone took its frames along.
        this.#at = undefined;
        throw error;
      }
    });
    this.#last = done.catch(() => {});
    return done;
  }

  /** WebKitGTK waits for ever for a picture of a page that has drawn nothing for some seconds; so it draws meanwhile. */
  picture(place: Place, take: (driver: WebDriver) => Promise<string>): Promise<string> {
    return this.at(place, async (driver) => {
      await driver.executeScript(`(${stir})();`);
      try {
        return await take(driver);
      } finally {
        await driver.executeScript(`(${settle})();`);
      }
    });
  }

  async #goTo(place: Place): Promise<void> {
    if (this.#at === place) return;
    if (this.#at?.window !== place.window) await this.#driver.switchTo().window(place.window);
    await this.#driver.switchTo().defaultContent();
    for (const frame of place.frames) await this.#driver.switchTo().frame(frame);
    this.#at = place;
  }
}
