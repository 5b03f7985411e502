import { describe, expect, it } from 'vitest';
import { listOf, mostPoints, pointOf, pointsOfCsv } from '../../../../web/figures/training/own-points.ts';

describe('the reader’s own points', () => {
  it('are read back from the attribute as they were written there', () => {
    const text = listOf([
      [0.5, -0.25, 1],
      [1 / 3, 2, 0],
    ]);
    expect(text).toBe('0.5,-0.25,1;0.3333,2,0');
    expect(text.split(';').map(pointOf)).toEqual([
      [0.5, -0.25, 1],
      [0.3333, 2, 0],
    ]);
  });

  it.each(['', '1,2', '1,2,', '1,2,3,4', 'a,2,1', '1,2,0.5', '1,2,4', '1,2,-1', 'Infinity,2,1'])('are not made of “%s”', (text) => {
    expect(pointOf(text)).toBeUndefined();
  });

  it('come from CSV with or without names of columns, with any line ends', () => {
    expect(pointsOfCsv('\uFEFFx0,x1,class\r\n0,1,0\r\n\r\n2,3,1\r\n')).toEqual({
      points: [
        [0, 1, 0],
        [2, 3, 1],
      ],
    });
    expect(pointsOfCsv('0;1;0\n2;3;1')).toMatchObject({
      points: [
        [0, 1, 0],
        [2, 3, 1],
      ],
    });
  });

  it('are refused as a whole, with the line that is wrong', () => {
    expect(pointsOfCsv('x,y,c\n0,1,0\n0,one,0')).toEqual({ wrongLine: 3, text: '0,one,0' });
    expect(pointsOfCsv(' \n')).toEqual({ empty: true });
    expect(pointsOfCsv('0,0,0\n'.repeat(mostPoints + 1))).toEqual({ tooMany: mostPoints + 1 });
  });
});
