import { html, type TemplateResult } from 'lit';
import type { DrawingPadStrings } from '../../i18n/drawing-pad.ts';
import type { TrainingStrings } from '../../i18n/training.ts';
import { percent } from '../base/controls/numbers.ts';
import type { PadView } from '../base/controls/pad-view.ts';

export interface PadPanel {
  readonly words: TrainingStrings;
  readonly pad: DrawingPadStrings;
  readonly view: PadView;
  /** The probability of each digit, where something is drawn. */
  readonly reading: Float32Array | undefined;
}

/** The reader's own digit, and what the net reads in it while it learns. */
export function padPanel({ words, pad, view, reading }: PadPanel): TemplateResult {
  return html`<section class="panel own-digit">
    <h3>${pad.title}</h3>
    <div class="pad-row">
      <div class="pad">${view.renderPad(pad)}</div>
      <div class="reads">
        <p id="reading" role="status">${readingText(words, reading)}</p>
        <div class="row">${view.renderButtons(pad)}</div>
      </div>
    </div>
  </section>`;
}

function readingText(words: TrainingStrings, reading: Float32Array | undefined): string {
  if (!reading) return words.drawHint;
  const best = Math.max(...reading);
  return words.reads(reading.indexOf(best), percent(best, 0));
}
