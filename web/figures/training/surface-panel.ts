import { html, nothing, type TemplateResult } from 'lit';
import type { TrainingStrings } from '../../i18n/training.ts';
import { percent } from '../base/controls/numbers.ts';
import type { Run } from './run.ts';
import type { State } from './state.ts';
import type { Turning } from './turning.ts';

export interface SurfacePanel {
  readonly words: TrainingStrings;
  readonly run: Run;
  readonly state: State;
  readonly turning: Turning;
  readonly change: (state: Readonly<Record<string, string | null>>) => void;
}

/** The loss around the run as a map or as a landscape, and what its axes are. */
export function surfacePanel({ words, run, state: { view }, turning: { down, move, up }, change }: SurfacePanel): TemplateResult {
  const { surface, shownPlane } = run.surfaces;
  const landscape = view === 'landscape';
  return html`<section class="panel ground">
    <h3>${words.surfaceTitle}</h3>
    <div class="picture">
      <canvas id="surface" data-title=${words.surfaceTitle} role="img" aria-label=${words.surfacePictures[view]} class=${view} @pointerdown=${down} @pointermove=${move} @pointerup=${up} @pointercancel=${up}></canvas>
    </div>
    <div class="row">
      <details class="axes">
        <summary>${words.axes}</summary>
        <div>
          <p>${words.axesTexts[shownPlane.kind]} ${words.axesGround}</p>
          ${surface ? html`<p class="legend">${words.pathShare(percent(surface.pathShare))}</p>` : nothing}
        </div>
      </details>
      <button type="button" class="quiet" id="view-switch" @click=${() => change({ view: landscape ? null : 'landscape' })}>${words.views[landscape ? 'map' : 'landscape']}</button>
    </div>
  </section>`;
}
