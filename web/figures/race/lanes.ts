import { html, type TemplateResult } from 'lit';
import { type LaneName, type LaneProgress, laneNames, type RaceProgress } from '../../engine/protocol/race-types.ts';
import type { RaceStrings } from '../../i18n/race.ts';
import { kept, longestNumber } from '../base/controls/kept.ts';
import { counted, written } from '../base/controls/numbers.ts';
import { iterations, measureOf } from './measure.ts';
import { isNear } from './tasks.ts';

/** As long as what is said may become. */
export const longest = {
  count: '888,888',
  number: longestNumber(2),
  rate: '0.00888',
  left: (words: RaceStrings) => words.duration('88888', 'd'),
  answer: (words: RaceStrings) => {
    const time = words.duration('8888', 'min');
    return [words.invitation, words.started(longest.count), words.measured(time, time), words.settled(time, time)].reduce((most, each) =>
      each.length > most.length ? each : most,
    );
  },
  gain: (words: RaceStrings) => words.gain(words.duration('8.8', 'h'), words.duration('8.8', 'ms'), '88,888'),
};

export function lanesTable(words: RaceStrings, progress: RaceProgress | undefined): TemplateResult {
  return html`<div><table class="read-out lanes">
    <thead>
      <tr><th scope="col">${words.lane}</th><th scope="col">${words.done}</th><th scope="col">${words.rate}</th><th scope="col">${words.left}</th></tr>
    </thead>
    <tbody>
      ${laneNames.map((name) => laneRow(words, name, progress))}
    </tbody>
  </table></div>`;
}

/** How far a runner has come. */
export function distanceTold(words: RaceStrings, { gradients, parameters }: LaneProgress, parameterCount: number): string {
  return gradients > 0 ? words.gradients(counted(gradients)) : words.parameters(counted(parameters), counted(parameterCount));
}

/** What the race says so far. What the training takes is told to whoever has guessed it. */
export function answerOf(words: RaceStrings, progress: RaceProgress | undefined, guess: number): string {
  if (!progress) return words.invitation;
  const measure = measureOf(progress);
  const { rate } = progress.lanes.backprop;
  if (!measure || rate === 0) return words.started(counted(progress.parameterCount));
  return isNear({ ...measure, guess })
    ? words.settled(durationOf(words, measure.training), durationOf(words, guess))
    : words.measured(durationOf(words, measure.gradient), durationOf(words, 1 / rate));
}

function laneRow(words: RaceStrings, name: LaneName, progress: RaceProgress | undefined): TemplateResult {
  const lane = progress?.lanes[name];
  const all = progress?.parameterCount ?? 1;
  // A lane that takes its gradients whole is never seen in the midst of one.
  const share = lane ? (lane.gradients > 0 && lane.parameters === 0 ? 1 : lane.parameters / all) : 0;
  return html`<tr id=${name}>
    <th scope="row">
      ${words.lanes[name]}
      <span class="track" role="progressbar" aria-label=${words.progress(words.lanes[name])} aria-valuenow=${Math.round(100 * share)} aria-valuemin="0" aria-valuemax="100"><span style="inline-size: ${100 * share}%"></span></span>
    </th>
    <td class="done">${kept(lane ? (lane.gradients > 0 ? counted(lane.gradients) : words.parameters(counted(lane.parameters), counted(all))) : '–', words.parameters(longest.count, longest.count))}</td>
    <td class="rate">${kept(lane ? rateOf(lane) : '–', longest.rate)}</td>
    <td class="left">${kept(lane ? timeLeft(words, lane) : '–', longest.left(words))}</td>
  </tr>`;
}

const lowest = 0.001;

/** Of a rate below a thousandth what it takes says more than its digits. */
export function rateOf({ rate }: LaneProgress): string {
  if (rate <= 0) return '–';
  return rate < lowest ? `<\u00a0${lowest}` : written(rate, 3);
}

/** At the rate so far, for all that is left of the chapter's steps. */
function timeLeft(words: RaceStrings, { rate, gradients }: LaneProgress): string {
  return rate > 0 ? durationOf(words, Math.max(0, iterations - gradients) / rate) : '–';
}

/** What one gradient takes in the slowest lane and in the fastest; empty until both are known. */
export function gainOf(words: RaceStrings, progress: RaceProgress | undefined): string {
  const [naive, backprop] = [progress?.lanes.naive.rate ?? 0, progress?.lanes.backprop.rate ?? 0];
  if (naive <= 0 || backprop <= 0) return '';
  return words.gain(durationOf(words, 1 / naive), durationOf(words, 1 / backprop), counted(Number((backprop / naive).toPrecision(2))));
}

export function durationOf({ duration }: RaceStrings, seconds: number): string {
  if (seconds < 1) return duration(written(1000 * seconds, 2), 'ms');
  if (seconds < 90) return duration(written(seconds, 2), 's');
  if (seconds < 90 * 60) return duration(written(seconds / 60, 2), 'min');
  if (seconds < 36 * 3600) return duration(written(seconds / 3600, 2), 'h');
  const days = seconds / 86_400;
  if (days < 730) return duration(written(days, 2), 'd');
  return duration(written(days / 365.25, 2), 'y');
}
