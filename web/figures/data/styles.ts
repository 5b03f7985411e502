import { css } from 'lit';

export const dataStyles = css`
  .looks {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem 2rem;
    align-items: start;
  }
  .wall-side {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6rem;
  }
  .wall {
    position: relative;
    block-size: 5rem;
  }
  .wall canvas,
  .numbers canvas {
    cursor: pointer;
  }
  .wall .waiting {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    color: var(--muted);
  }
  .waiting label {
    display: grid;
    gap: 0.4rem;
  }
  .place {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0.6rem;
    align-items: center;
  }
  .place button {
    min-inline-size: 2.75rem;
    padding-inline: 0.5rem;
  }
  .paper {
    aspect-ratio: 1 / 1;
    inline-size: min(100%, var(--downhill-plot, 20rem));
    justify-self: center;
  }
  .paper canvas {
    cursor: crosshair;
    touch-action: none;
  }
  .reads {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
  }
  .pens {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  .pens button {
    padding-inline: 0.7rem;
  }
  /* Of two lines, of which one has what it reads in large letters. */
  #says {
    min-block-size: 2.4lh;
  }
  .bars {
    display: grid;
    grid-template-columns: repeat(10, minmax(0, 1fr));
    gap: 0.3rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .bars li {
    container-type: inline-size;
    display: flex;
    flex-direction: column-reverse;
    text-align: center;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .bars b {
    font-weight: normal;
  }
  .bars .share {
    color: var(--muted);
    /* Ten times "10%" stand side by side without touching. */
    font-size: min(0.8em, 46cqi);
  }
  .bars .column {
    display: flex;
    flex-direction: column-reverse;
    block-size: 4rem;
    border-block-end: 1px solid var(--grid);
  }
  .bars .column i {
    background: var(--muted);
  }
  .bars [aria-current='true'] {
    color: var(--accent);
    font-weight: 600;
  }
  .bars [aria-current='true'] b {
    font-weight: 700;
  }
  .bars [aria-current='true'] .column i {
    background: var(--accent);
  }
  .numbers {
    aspect-ratio: 1 / 1;
    inline-size: 100%;
    max-inline-size: 24rem;
  }
  .chosen {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem 2rem;
    align-items: start;
  }
  .chosen dl {
    grid-template-columns: repeat(2, minmax(0, 1fr));
    column-gap: 0.8rem;
  }
  .chosen dd {
    font-size: 1.1em;
  }
  #part,
  #zeros {
    white-space: normal;
  }
  .whole {
    display: inline-block;
  }
  .split-parts {
    display: grid;
    gap: 0.4rem;
  }
  .split-counts {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.2rem 1rem;
  }
  .train {
    color: var(--accent);
  }
  .test {
    color: var(--accent2);
  }
  input.divider {
    --at: calc(0.75rem + var(--train) * (100% - 1.5rem));
    appearance: none;
    block-size: 2.75rem;
    border-radius: 0.25rem;
    background: linear-gradient(
      to right,
      color-mix(in srgb, var(--accent) 26%, var(--background)) var(--at),
      color-mix(in srgb, var(--accent2) 30%, var(--background)) var(--at)
    );
    cursor: ew-resize;
  }
  input.divider::-webkit-slider-thumb {
    appearance: none;
    box-sizing: border-box;
    inline-size: 1.5rem;
    block-size: 2.75rem;
    border: 0 solid transparent;
    border-inline-width: 0.6rem;
    background: var(--ink) padding-box;
  }
  input.divider::-moz-range-thumb {
    box-sizing: border-box;
    inline-size: 1.5rem;
    block-size: 2.75rem;
    border: 0 solid transparent;
    border-inline-width: 0.6rem;
    border-radius: 0;
    background: var(--ink) padding-box;
  }
  .bar {
    inline-size: 60%;
  }
  .bar span {
    display: flex;
    block-size: 1rem;
  }
  .bar i {
    background: color-mix(in srgb, var(--accent) 60%, var(--background));
  }
  .bar i + i {
    background: var(--accent2);
  }
  tr[aria-current='true'] th {
    color: var(--ink);
    font-weight: 600;
  }
  @container (min-width: 30rem) {
    .chosen dl {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .chosen dd {
      font-size: 1.25em;
    }
  }
  @container (min-width: 44rem) {
    .looks {
      grid-template-columns: minmax(0, 1fr) auto;
      grid-template-rows: minmax(0, 1fr) auto;
      column-gap: 1.75rem;
    }
    .paper {
      grid-area: 1 / 2 / 3 / 3;
      inline-size: min(100cqi - 19rem, var(--downhill-plot, min(36rem, 80vh)));
    }
    #says {
      min-block-size: 2.7lh;
    }
    .wall-side {
      align-self: stretch;
      grid-template-rows: minmax(0, 1fr) auto;
    }
    .wall {
      block-size: auto;
      min-block-size: 5rem;
    }
    .wall canvas {
      position: absolute;
      inset: 0;
    }
    .chosen {
      grid-template-columns: minmax(0, 24rem) minmax(0, 1fr);
    }
  }
`;
