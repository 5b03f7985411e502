import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue, entryOf, figureIds } from '../../../web/figures/catalogue.ts';

describe('the catalogue of figures', () => {
  it('has an entry for each folder with a figure, and no other', () => {
    const folder = join(import.meta.dirname, '../../../web/figures');
    const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((path) => /^[^/]+\/([^/]+)-figure\.ts$/.exec(path)?.[1] ?? []);
    expect(found.toSorted()).toEqual([...figureIds].toSorted());
  });

  it('stands in the order of the sections, with what belongs to none at the end', () => {
    const sections = catalogue.map(({ section }) => section || '9');
    expect(sections).toEqual([...sections].sort());
  });

  it('throws for what it does not have, and names what it has', () => {
    expect(() => entryOf('decent')).toThrow('the figure is decent; there are valleys, data, network,');
  });
});
