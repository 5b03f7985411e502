import { describe, expect, it } from 'vitest';
import type { OwnImages } from '../../../../web/figures/training/data-source.ts';
import { readState } from '../../../../web/figures/training/state.ts';
import { withImages, withNet, withPoints } from '../../../../web/figures/training/taking.ts';
import { problemOf } from '../../engine/problem.ts';

const stateOf = (attributes: Record<string, string>) => readState((name) => attributes[name] ?? null);
const pointsOf = (count: number, ...names: string[]) => ({
  kind: 'points' as const,
  x0: Float64Array.from({ length: count }, (_, i) => (3568952 + i) / 1e5),
  x1: new Float64Array(count),
  labels: Uint8Array.from({ length: count }, (_, i) => i % names.length),
  names,
});
const imagesOf = (rows: number, columns: number, classes: number): OwnImages => ({
  data: { kind: 'images', images: new Uint8Array(), labels: new Uint8Array(), classes: Array.from({ length: classes }, (_, k) => k) },
  shape: [rows, columns],
});
const netOf = (inputSize: number, hiddenSize: number, outputSize: number) => ({ inputSize, hiddenSize, outputSize, activation: 'relu' as const, parameters: new Float32Array() });

describe('points of the reader', () => {
  it('become the state with all their digits and names; what fits images goes back to the defaults', () => {
    expect(withPoints(stateOf({}), pointsOf(2, 'a', 'b'), 'f')).toEqual({
      data: 'points',
      points: '35.68952,0,0;35.68953,0,1',
      classes: 'a,b',
      'hidden-size': null,
      'batch-size': null,
      activation: null,
      'weight-init': null,
    });
    expect(withPoints(stateOf({ data: 'xor' }), pointsOf(2, '0', '1'), 'f')).not.toHaveProperty('activation');
  });
  it('may be so many, of so many classes', () => {
    expect(problemOf(() => withPoints(stateOf({}), pointsOf(1001, 'a', 'b'), 'f'))).toEqual({ code: 'too many points', file: 'f', found: 1001, most: 1000 });
    expect(problemOf(() => withPoints(stateOf({}), pointsOf(9, 'a', 'b', 'c', 'd', 'e'), 'f'))).toMatchObject({ code: 'too many classes', found: 5, most: 4 });
  });
});

describe('images of the reader', () => {
  it('are taken as they are, whatever was set for others', () => {
    expect(withImages(stateOf({ scale: '3', upright: '' }), imagesOf(8, 8, 10), 'f')).toEqual({ data: 'files', scale: null, upright: null });
  });
  it('are refused where their net would have too many parameters', () => {
    expect(problemOf(() => withImages(stateOf({ 'hidden-size': '1000' }), imagesOf(256, 256, 10), 'f'))).toMatchObject({ code: 'too many weights', found: 65_547_010 });
    expect(withImages(stateOf({ data: 'xor', 'hidden-size': '1000' }), imagesOf(256, 256, 10), 'f')).toMatchObject({ 'hidden-size': null });
  });
});

describe('a net that was saved', () => {
  it('sets its hidden units and its activation', () => {
    expect(withNet(stateOf({}), undefined, netOf(784, 7, 10), 'f')).toEqual({ 'hidden-size': 7, activation: 'relu' });
    expect(withNet(stateOf({ data: 'files' }), imagesOf(8, 8, 3), netOf(64, 7, 3), 'f')).toMatchObject({ 'hidden-size': 7 });
    expect(withNet(stateOf({ data: 'points', points: '0,0,0;1,1,2' }), undefined, netOf(2, 7, 3), 'f')).toMatchObject({ 'hidden-size': 7 });
  });
  it('brings the scale of the pixels with which it learned', () => {
    expect(withNet(stateOf({ data: 'files' }), imagesOf(8, 8, 3), { ...netOf(64, 7, 3), pixelScale: 16 }, 'f')).toMatchObject({ scale: 16 });
    expect(withNet(stateOf({}), undefined, { ...netOf(784, 7, 10), pixelScale: 255 }, 'f')).not.toHaveProperty('scale');
  });
  it('is refused where its classes are called otherwise, or come in another order', () => {
    const state = stateOf({ data: 'points', points: '0,0,0;1,1,1', classes: 'a,b' });
    expect(withNet(state, undefined, { ...netOf(2, 7, 2), classes: ['a', 'b'] }, 'f')).toMatchObject({ 'hidden-size': 7 });
    expect(problemOf(() => withNet(state, undefined, { ...netOf(2, 7, 2), classes: ['b', 'a'] }, 'f'))).toEqual({
      code: 'other classes',
      file: 'f',
      names: ['b', 'a'],
      dataNames: ['a', 'b'],
    });
  });
  it('is refused where it is for other data, or too large', () => {
    expect(problemOf(() => withNet(stateOf({ data: 'xor' }), undefined, netOf(784, 7, 10), 'f'))).toMatchObject({ code: 'other data', dataInputs: 2, dataClasses: 2 });
    expect(problemOf(() => withNet(stateOf({ data: 'files' }), undefined, netOf(784, 7, 10), 'f'))).toMatchObject({ code: 'other data', dataInputs: 0 });
    expect(problemOf(() => withNet(stateOf({}), undefined, netOf(784, 1025, 10), 'f'))).toMatchObject({ code: 'array shape', array: 'W1' });
  });
});
