/** Those who wait for the same thing. */
export class Requests<T> {
  #open: PromiseWithResolvers<T>[] = [];

  get any(): boolean {
    return this.#open.length > 0;
  }

  add(): Promise<T> {
    const request = Promise.withResolvers<T>();
    this.#open.push(request);
    return request.promise;
  }

  grant(value: T): void {
    for (const { resolve } of this.#open.splice(0)) resolve(value);
  }

  refuse(why: string): void {
    for (const { reject } of this.#open.splice(0)) reject(new Error(why));
  }
}
