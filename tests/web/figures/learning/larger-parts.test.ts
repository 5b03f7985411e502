import { beforeEach, describe, expect, it } from 'vitest';
import type { Want } from '../../../../web/engine/protocol/protocol.ts';
import { LargerParts } from '../../../../web/figures/learning/larger-parts.ts';

let client: { want: Want; refresh: () => void; due: boolean };
let refreshed: number;
let parts: LargerParts;

beforeEach(() => {
  refreshed = 0;
  client = { want: {}, refresh: () => refreshed++, due: false };
  parts = new LargerParts(client, () => ({ weights: true }));
});

describe('the larger parts of a progress', () => {
  it('come with the first one', () => {
    parts.ask();
    expect(client.want).toEqual({ weights: true });
  });

  it('come at most every 200 ms while the run goes on', () => {
    parts.came(1, 1000);
    parts.follow(2, false, 1199);
    expect(client.want).toEqual({});
    parts.follow(3, false, 1200);
    expect(client.want).toEqual({ weights: true });
    expect(refreshed).toBe(0);
  });

  it('come once more when it rests, and then no more', () => {
    parts.came(1, 1000);
    parts.follow(2, true, 1001);
    expect(client.want).toEqual({ weights: true });
    expect(refreshed).toBe(1);
    parts.came(2, 1002);
    parts.follow(2, true, 5000);
    expect(client.want).toEqual({});
    expect(refreshed).toBe(1);
  });

  it('come again for the same iteration where those that came are not wanted any more', () => {
    parts.came(undefined, 1000);
    parts.follow(1, true, 1001);
    expect(client.want).toEqual({ weights: true });
  });

  it('are not asked for again where one thing more is wanted', () => {
    parts.came(1, 1000);
    parts.follow(1, true, 2000);
    parts.askFor({ parameters: true });
    expect(client.want).toEqual({ parameters: true });
    parts.follow(2, false, 2000);
    parts.askFor({ parameters: true });
    expect(client.want).toEqual({ weights: true, parameters: true });
  });

  it('go with what was asked for beside them until a progress comes that knows of it', () => {
    parts.came(1, 1000);
    parts.askFor({ parameters: true });
    expect(refreshed).toBe(1);
    client.due = true;
    parts.follow(1, true, 2000);
    expect(client.want).toEqual({ parameters: true });
    client.due = false;
    parts.follow(1, true, 2010);
    expect(client.want).toEqual({});
  });

  it('leave alone what else is wanted', () => {
    parts.came(1, 1000);
    parts.follow(1, false, 2000, { parameters: true });
    expect(client.want).toEqual({ parameters: true });
  });
});
