import { css } from 'lit';

export const trainingStyles = css`
  canvas.paint {
    cursor: crosshair;
    touch-action: none;
  }
  canvas.landscape {
    cursor: grab;
    touch-action: pan-y;
  }
  canvas.landscape:active {
    cursor: grabbing;
  }
  .plane-controls {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
    gap: 1rem 2.5rem;
  }
  .stage {
    gap: 0.5rem;
  }
  .standing {
    flex: 1 1 5rem;
    font-size: 0.8667em;
  }
  .rates {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.4rem 2rem;
    align-items: end;
  }
  .rates .presets {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
    align-items: center;
  }
  .rates .label {
    inline-size: 100%;
  }
  .answer,
  .answer strong {
    font-size: 1em;
  }
  .answer strong {
    font-variant-numeric: tabular-nums lining-nums;
  }
  /* On a phone the curves lie above the ground and the pad, and these above the digits. */
  .learning {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    grid-template-areas: 'curves curves' 'ground pad' 'tests tests';
    gap: 0.4rem 1rem;
  }
  .learning .panel {
    grid-template-rows: auto;
    gap: 0.2rem;
    align-content: start;
  }
  .learning h3 {
    font-size: 0.8667em;
  }
  .learning .curves {
    grid-area: curves;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    grid-template-areas: 'legend legend' 'loss accuracy';
    gap: 0 0.5rem;
  }
  .curves .legend {
    grid-area: legend;
  }
  .learning .curves .picture {
    block-size: 8.5rem;
  }
  .loss {
    grid-area: loss;
  }
  .accuracy {
    grid-area: accuracy;
  }
  .ground {
    position: relative;
    grid-area: ground;
  }
  .ground .row {
    flex-wrap: nowrap;
    justify-content: space-between;
    gap: 0.2rem;
  }
  .tests,
  .decision {
    grid-area: tests;
  }
  .own-digit {
    grid-area: pad;
  }
  .learning .picture {
    block-size: 8rem;
  }
  .learning .tests .picture {
    block-size: 5.5rem;
  }
  .learning .decision .picture {
    block-size: 14rem;
  }
  .axes {
    font-size: 0.8667em;
  }
  .axes > div {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 2.2rem;
    padding: 0.5rem 0.7rem;
    border: 1px solid var(--grid);
    background: var(--background);
  }
  .axes p {
    margin: 0;
  }
  .pad-row {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.3rem;
  }
  .pad {
    box-sizing: border-box;
    inline-size: 6.5rem;
    aspect-ratio: 1 / 1;
    border: 1px solid color-mix(in srgb, var(--muted) 55%, var(--background));
  }
  canvas#pad {
    cursor: crosshair;
    touch-action: none;
  }
  .reads p {
    margin: 0 0 0.3rem;
    min-block-size: 1lh;
  }
  .reads button {
    min-block-size: 2rem;
    padding: 0.1rem 0.6rem;
    font-size: 0.8667em;
  }
  @container (min-width: 44rem) {
    .answer,
    .answer strong {
      font-size: 1.0667em;
    }
    .learning .curves {
      grid-template-columns: minmax(0, 1fr);
      grid-template-areas: 'loss' 'legend' 'accuracy';
      gap: 0.3rem;
    }
    .rates {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .rates .label {
      inline-size: auto;
    }
    .learning {
      grid-template-columns: minmax(0, 5fr) minmax(0, 4fr) minmax(0, 4fr);
      grid-template-areas: 'curves ground tests' 'curves ground pad';
      grid-template-rows: minmax(0, 1fr) auto;
      gap: 0.5rem 1.5rem;
    }
    /* The three columns are of one height, whatever that of the ground is. */
    .learning .curves .picture {
      block-size: calc(0.5 * var(--downhill-plot, 18rem) + 2.5rem);
    }
    .learning .ground .picture {
      block-size: var(--downhill-plot, 18rem);
    }
    .learning .decision {
      grid-row: 1 / -1;
    }
    .learning .decision .picture {
      block-size: var(--downhill-plot, 18rem);
    }
    .learning .tests .picture {
      block-size: calc(var(--downhill-plot, 18rem) - 3.5rem);
    }
    .pad-row {
      grid-template-columns: auto minmax(0, 1fr);
    }
  }
  .own {
    display: grid;
    gap: 0.7rem;
  }
  textarea {
    box-sizing: border-box;
    inline-size: 100%;
    padding: 0.4rem 0.7rem;
    border: 1px solid color-mix(in srgb, var(--muted) 55%, var(--background));
    border-radius: 0.25rem;
    background: var(--background);
    color: inherit;
    font: 0.8667em ui-monospace, 'SF Mono', Consolas, 'DejaVu Sans Mono', monospace;
  }
  .took:empty {
    display: none;
  }
  .none {
    margin: 0;
    color: var(--muted);
  }
`;
