import { css } from 'lit';

export const descentStyles = css`
  .player {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
    align-items: center;
  }
  .player input {
    flex: 1 1 2.8rem;
    inline-size: auto;
    min-inline-size: 0;
  }
  /* So that the row breaks, or does not, before the walk is there as well as at every step of it. */
  .player output {
    min-inline-size: 8.1em;
  }
  /* Not disabled: whoever has pressed one by keyboard keeps the place. */
  button[aria-disabled='true'] {
    opacity: 0.5;
    cursor: default;
  }
  .play {
    min-inline-size: 5.2em;
  }
  /* It is laid out when it is near the window. */
  .points {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 20rem;
  }
  /* The widths of the columns do not go by the rows that are there. */
  .points table {
    table-layout: fixed;
    inline-size: 100%;
    min-inline-size: 40ch;
  }
  .points .room td {
    padding: 0;
    border: 0;
  }
  .curve {
    aspect-ratio: auto;
    block-size: 8rem;
  }
  .split {
    gap: 0.75rem 2rem;
  }
  .beside {
    gap: 0.6rem;
  }
  @container (max-width: 44rem) {
    .stage .plot {
      max-block-size: 19.5rem;
    }
  }
  @container (min-width: 44rem) {
    .curve {
      aspect-ratio: 16 / 10;
      block-size: auto;
    }
    /* On a slide the controls stand above it, and the map beside is as high as both. */
    .stage .plot.curve {
      max-block-size: calc(0.55 * var(--downhill-plot, 64rem));
    }
    .beside {
      gap: 1rem;
    }
    .player input {
      flex-basis: 5rem;
    }
  }
  .verdicts {
    display: grid;
    min-block-size: 1lh;
    gap: 0.3rem;
  }
  .verdict {
    margin: 0;
    display: flex;
    gap: 0.6rem;
    align-items: baseline;
  }
  .swatch {
    flex: none;
  }
  .runs {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
    gap: 1rem 2rem;
  }
  .run {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    gap: 0.6rem 2rem;
    align-content: start;
  }
  .run-head {
    grid-column: 1 / -1;
  }
  /* Nine digits each, without a break, however narrow the table is. */
  .standing {
    container-type: inline-size;
  }
  .stand {
    table-layout: fixed;
    font-size: min(1em, 3.8cqi);
  }
  .stand th,
  .stand td {
    padding-inline: 0 0.3rem;
    text-align: start;
  }
  .stand tbody th {
    padding-block: 0.4rem 0;
    border: 0;
  }
  :host([plain]) .runs + .row {
    display: none;
  }
  .run-head {
    min-block-size: 2rem;
  }
  .run-head .quiet {
    margin-inline-start: auto;
  }
`;
