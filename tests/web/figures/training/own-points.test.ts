import { describe, expect, it } from 'vitest';
import { allNames, listOf, nameOf, namesAttribute, pointAt, pointOf, textOf } from '../../../../web/figures/training/own-points.ts';

describe('the reader’s own points', () => {
  it('are read back from the attribute as they were written there, with all their digits', () => {
    const points = [
      [35.68952, 139.69171, 1],
      [1 / 3, -2e-12, 0],
    ] as const;
    expect(listOf(points).split(';').map(pointOf)).toEqual(points);
  });

  it.each(['', '1,2', '1,2,', '1,2,3,4', 'a,2,1', '1,2,0.5', '1,2,4', '1,2,-1', 'Infinity,2,1', '1e308,2,1'])('are not made of “%s”', (text) => {
    expect(pointOf(text)).toBeUndefined();
  });

  it('are painted with as many digits as the picture shows', () => {
    const plot = { left: 0, top: 0, width: 200, height: 200 };
    expect(pointAt({ x: [-1, 1], y: [-1, 1], plot }, 0.123456, -1 / 3, 2)).toEqual([0.123, -0.333, 2]);
    expect(pointAt({ x: [35.688, 35.691], y: [1e6, 3e6], plot }, 35.689523456, 1234567.89, 0)).toEqual([35.689523, 1234568, 0]);
  });

  it('have the names of their classes in the text', () => {
    expect(
      textOf(
        [
          [1, 2, 0],
          [3, 4, 1],
          [5, 6, 2],
        ],
        ['setosa', 'a "b", c'],
      ),
    ).toBe('1,2,setosa\n3,4,"a ""b"", c"\n5,6,2');
  });
});

describe('the names of classes', () => {
  it('are kept in an attribute, whatever is in them', () => {
    const names = ['a,b', 'c;d %', '类别'];
    expect(namesAttribute(names)?.split(',').map(nameOf)).toEqual(names);
    expect(namesAttribute(['0', '1'])).toBeNull();
    expect(nameOf('%E0%A4%A')).toBeUndefined();
  });
  it('go on with numbers that are not taken', () => {
    expect(allNames([])).toEqual(['0', '1', '2', '3']);
    expect(allNames(['1', '2'])).toEqual(['1', '2', '3', '4']);
    expect(allNames(['setosa'])).toEqual(['setosa', '1', '2', '3']);
  });
});
