import { css } from 'lit';

export const generalisationStyles = css`
  .sizes {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }
  .sizes .label {
    inline-size: 100%;
  }
  .sizes button {
    min-inline-size: 3.5rem;
  }
  .matrix {
    block-size: auto;
    inline-size: 100%;
    max-inline-size: 30rem;
    aspect-ratio: 1 / 1;
    cursor: pointer;
  }
  .cell-text {
    inline-size: 100%;
  }
  .examples {
    inline-size: 100%;
    max-inline-size: 30rem;
    block-size: 2.6rem;
  }
  dl {
    grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr));
  }
  .panel {
    grid-template-rows: auto;
    align-content: start;
  }
  #runs {
    font-size: 0.9333em;
  }
  #runs :is(th, td) {
    padding-inline: 0.3rem;
    white-space: nowrap;
  }
  #runs :is(th, td):first-child {
    padding-inline-start: 0;
  }
  #runs :is(th, td):last-child {
    padding-inline-end: 0;
  }
  @container (max-width: 22rem) {
    #runs :is(th, td) {
      padding-inline: 0.2rem;
    }
    #runs tbody th {
      white-space: normal;
    }
  }
  .not-run {
    color: var(--muted);
    text-align: start;
  }
  tr[aria-current='true'] th {
    color: var(--ink);
    font-weight: 600;
  }
  .draw {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem 2.5rem;
    align-items: start;
  }
  .pad-side {
    max-inline-size: 36rem;
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 0.42fr);
    gap: 0.4rem 1rem;
    align-items: start;
  }
  .square {
    aspect-ratio: 1 / 1;
    border: 1px solid color-mix(in srgb, var(--muted) 55%, var(--background));
  }
  canvas#pad {
    cursor: crosshair;
    touch-action: none;
  }
  .pad-side > :is(.row, .legend) {
    grid-column: 1 / -1;
  }
  .pad-side .row {
    margin-block-start: 0.4rem;
  }
  #probabilities {
    position: relative;
  }
  #probabilities td:last-child {
    min-inline-size: 4.5rem;
  }
  #probabilities tbody :is(th, td) {
    border: 0;
    padding-block: 0.1rem;
    white-space: nowrap;
  }
  #probabilities .bar {
    inline-size: 100%;
    background: linear-gradient(var(--grid), var(--grid)) no-repeat center / calc(100% - 1.2rem) 1px;
  }
  .bar i {
    display: block;
    block-size: 0.9rem;
    background: var(--muted);
  }
  tr[aria-current='true'] .bar i {
    background: var(--accent);
  }
  .says {
    margin: 0;
    min-block-size: 3em;
  }
  @container (min-width: 44rem) {
    .sizes .label {
      inline-size: auto;
    }
    .draw {
      grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr);
    }
  }
`;
