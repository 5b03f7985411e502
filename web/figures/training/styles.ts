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
  .phase-parts,
  .plane-controls {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
    gap: 1rem 2.5rem;
  }
  .phases ol {
    display: grid;
    gap: 0.4rem;
    align-content: start;
    margin: 0;
    padding: 0;
    list-style: none;
    counter-reset: phase;
  }
  .phases li {
    counter-increment: phase;
    padding: 0.2rem 0.7rem;
    border-inline-start: 3px solid var(--grid);
    min-block-size: 2lh;
    color: var(--muted);
  }
  /* What these two phases have done takes up to three lines, or four; nothing moves when it is told. */
  .phases li:nth-child(-n + 2) {
    min-block-size: 4lh;
  }
  @container (width < 23rem) {
    .phases li:nth-child(-n + 2) {
      min-block-size: 5lh;
    }
  }
  .phases .row .label {
    flex: 1 1 9rem;
  }
  .phases li b::before {
    content: counter(phase) '. ';
  }
  .phases li b {
    display: block;
    color: var(--ink);
    font-weight: 600;
  }
  .phases li[aria-current] {
    border-color: var(--accent);
    color: var(--ink);
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
  .key.smooth {
    border-color: var(--accent);
  }
  .key.each {
    border-block-start-width: 0.7em;
    border-color: color-mix(in srgb, var(--accent) 32%, var(--background));
  }
  .none {
    margin: 0;
    color: var(--muted);
  }
`;
