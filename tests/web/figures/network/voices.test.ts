import { describe, expect, it } from 'vitest';
import { chapterNet, learnt, learntNet, partsOf } from '../../../../web/figures/learning/learnt-net.ts';
import { flowOf, unitOf } from '../../../../web/figures/network/compute.ts';
import { loudestOf, verdictOf, voicesFor } from '../../../../web/figures/network/voices.ts';
import { pageDigits } from '../../../lib/digits.ts';
import { engine } from '../../../lib/engine.ts';

const { train, test } = partsOf(pageDigits());

function finished<T>(work: Generator<number, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const net = finished(learntNet(engine, train, learnt));
const inputs = (digit: number) => test.inputs(Uint32Array.of(digit));
const flow = flowOf(engine, net, inputs(0));
const voices = voicesFor(flow, flow.answer);

describe('the first test digit', () => {
  it('is a 4, and read as one', () => {
    expect([...test.labels(Uint32Array.of(0))]).toEqual([4]);
    expect(flow.answer).toBe(4);
    expect(flow.powers[4]! / flow.powerSum).toBeCloseTo(flow.y[4]!, 6);
  });

  it('hears hidden unit 17 most: 0.83 × 1.04', () => {
    const loudest = loudestOf(voices);
    expect(loudest.unit).toBe(17);
    expect([loudest.z, loudest.weight, loudest.contribution].map((value) => value.toFixed(3))).toEqual(['0.831', '1.043', '0.867']);
    expect(verdictOf(voices, 17)).toEqual({ kind: 'found', numbers: ['17', '0.83', '1.04', '0.867'] });
  });

  it('has a second unit that counts as well, and a third that does not', () => {
    const [, second, third] = voices.toSorted((a, b) => b.contribution - a.contribution);
    expect([second, third].map((voice) => voice!.contribution.toFixed(3))).toEqual(['0.843', '0.815']);
    expect(verdictOf(voices, second!.unit)).toMatchObject({ kind: 'found' });
    expect(verdictOf(voices, third!.unit)).toMatchObject({ kind: 'near' });
  });
});

describe('a unit that is not the loudest', () => {
  const { z } = loudestOf(voices);
  const of = (wanted: (voice: (typeof voices)[number]) => boolean) => voices.find(wanted)!.unit;

  it('but wide awake is told by its small weight', () => {
    expect(
      verdictOf(
        voices,
        of((voice) => voice.z > z && voice.contribution > 0 && voice.contribution < 0.5),
      ),
    ).toMatchObject({ kind: 'near', hint: 'awake' });
  });

  it('and against the answer is told so', () => {
    expect(
      verdictOf(
        voices,
        of(({ contribution }) => contribution < -0.1),
      ),
    ).toMatchObject({ kind: 'near', hint: 'against' });
  });

  it('and less awake is told to look for both', () => {
    expect(
      verdictOf(
        voices,
        of((voice) => voice.z < z && voice.contribution > 0),
      ),
    ).toMatchObject({ kind: 'near', hint: 'quiet' });
  });
});

it('before the net has learnt every hidden unit is near one half, and unit 22 is the loudest for most digits', () => {
  using untrained = chapterNet(engine, train, learnt.seed);
  const flows = Array.from({ length: 300 }, (_, digit) => flowOf(engine, untrained, inputs(digit)));
  const all = flows.flatMap(({ z }) => [...z]);
  expect(Math.min(...all)).toBeGreaterThan(0.4);
  expect(Math.max(...all)).toBeLessThan(0.6);
  expect(flows.filter((each) => loudestOf(voicesFor(each, each.answer)).unit === 22)).toHaveLength(233);
});

it('a hidden unit adds up: for, against and bias are its sum, and z times its weights what it says', () => {
  const unit = unitOf(flow, 17);
  expect(unit.raising + unit.lowering + unit.bias).toBeCloseTo(unit.a, 4);
  expect(unit.products.reduce((sum, each) => sum + each, 0) + unit.bias).toBeCloseTo(unit.a, 4);
  expect(1 / (1 + Math.exp(-unit.a))).toBeCloseTo(unit.z, 5);
  expect(unit.weightsOut[4]! * unit.z).toBeCloseTo(unit.contributions[4]!, 5);
  expect(unit.weights).toHaveLength(784);
});
