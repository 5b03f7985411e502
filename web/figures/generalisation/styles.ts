import { css } from 'lit';

export const generalisationStyles = css`
  .sizes {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }
  .sizes button {
    min-inline-size: 3.2rem;
    padding-inline: 0.6rem;
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
  .try {
    display: grid;
    grid-template-columns: minmax(0, 9.5rem) minmax(0, 1fr);
    gap: 0.75rem 1rem;
    align-items: start;
    align-content: start;
  }
  .square {
    aspect-ratio: 1 / 1;
    border: 1px solid color-mix(in srgb, var(--muted) 55%, var(--background));
  }
  canvas#pad {
    cursor: crosshair;
    touch-action: none;
  }
  .name {
    display: grid;
    gap: 0.3rem;
  }
  .keys {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: 0.3rem;
  }
  .keys button::after {
    content: none;
  }
  .keys button,
  .name .row button {
    min-block-size: 2.25rem;
    padding: 0.1rem 0.5rem;
  }
  .readers {
    grid-column: 1 / -1;
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 1rem;
  }
  .reader {
    display: grid;
    padding-inline-start: 0.6rem;
    border-inline-start: 3px solid var(--grid);
    font-variant-numeric: tabular-nums lining-nums;
  }
  .reader strong {
    font-size: 1.8em;
    line-height: 1.2;
  }
  .reader .share {
    color: var(--muted);
  }
  #says {
    grid-column: 1 / -1;
    min-block-size: 3lh;
    font-size: 1em;
  }
  .picture.chart {
    block-size: 9rem;
  }
  .gap strong,
  .gap span {
    display: block;
    line-height: 1.4;
  }
  .gap span {
    font-size: 0.8333em;
  }
  .gap {
    min-block-size: 4rem;
  }
  .beside {
    gap: 0.6rem;
  }
  .picture.pair {
    block-size: 9rem;
  }
  .seen-side {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem 2.5rem;
    align-items: start;
  }
  .seen-side .square {
    max-inline-size: 10rem;
  }
  #probabilities td:last-child,
  #probabilities td:nth-of-type(2) {
    min-inline-size: 4.5rem;
  }
  #probabilities tbody :is(th, td) {
    border: 0;
    padding-block: 0.1rem;
    white-space: nowrap;
  }
  #probabilities .bar {
    inline-size: 50%;
    background: linear-gradient(var(--grid), var(--grid)) no-repeat center / calc(100% - 1.2rem) 1px;
  }
  .bar i {
    display: block;
    block-size: 0.9rem;
    background: var(--muted);
  }
  .bar.best i {
    background: var(--accent);
  }
  @container (min-width: 44rem) {
    .try {
      /* Beside the pad five keys need 28 pixels each. */
      grid-template-columns: minmax(0, min(15rem, 100% - 11.5rem)) minmax(0, 1fr);
    }
    .picture.chart {
      block-size: var(--downhill-plot, 15rem);
      max-block-size: 45vh;
    }
    .seen-side {
      grid-template-columns: minmax(0, 12rem) minmax(0, 1fr);
    }
  }
`;
