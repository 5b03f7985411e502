import { css } from 'lit';

export const trainingStyles = css`
  .strip {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }
  .strip .primary {
    min-inline-size: 7.5rem;
  }
  .standing {
    flex: 1 1 16rem;
    min-block-size: 1.6em;
    color: var(--muted);
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr));
    gap: 0.6rem 1.5rem;
    margin: 0;
    padding-block: 0.7rem;
    border-block: 1px solid var(--grid);
  }
  dt {
    color: var(--muted);
    font-size: 0.8667em;
  }
  dd {
    margin: 0;
    font-size: 1.25em;
    font-variant-numeric: tabular-nums lining-nums;
    white-space: nowrap;
  }
  .panels {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5rem 2.5rem;
  }
  .panel {
    display: grid;
    grid-template-rows: auto 1fr auto;
    gap: 0.4rem;
    min-inline-size: 0;
  }
  h3 {
    margin: 0;
    font-size: 1em;
    font-weight: 600;
  }
  .picture {
    position: relative;
    block-size: 19rem;
    min-inline-size: 0;
  }
  .picture.tall {
    block-size: 24rem;
  }
  .picture.short {
    block-size: 12rem;
  }
  canvas.paint {
    cursor: crosshair;
    touch-action: none;
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
    min-block-size: 3.2em;
    color: var(--muted);
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
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 1.2rem;
    color: var(--muted);
    font-size: 0.8667em;
    min-block-size: 1.5em;
  }
  .key {
    display: inline-block;
    inline-size: 1.6em;
    block-size: 0;
    margin-inline-end: 0.5em;
    border-block-start: 2px solid currentColor;
    vertical-align: middle;
  }
  .key.train,
  .key.smooth {
    border-color: var(--accent);
  }
  .key.test {
    border-color: var(--accent2);
    border-block-start-style: dashed;
  }
  .key.each {
    border-block-start-width: 0.7em;
    border-color: color-mix(in srgb, var(--accent) 32%, var(--background));
  }
  .none {
    margin: 0;
    color: var(--muted);
  }
  @container (min-width: 46rem) {
    .panels {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;
