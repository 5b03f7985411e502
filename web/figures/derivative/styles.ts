import { css } from 'lit';

export const derivativeStyles = css`
  .plot {
    aspect-ratio: 16 / 9;
  }
  .stage .beside {
    gap: 0.5rem;
  }
  .magnifier :is(dl, dd, p) {
    margin: 0;
  }
  .magnifier dl {
    min-block-size: 2lh;
    /* All digits are seen, however large letters are. */
    font-size: min(1em, 6cqi);
  }
  .magnifier dl div {
    display: flex;
    gap: 0.8rem;
    white-space: nowrap;
  }
  .magnifier dt {
    inline-size: 4.2em;
  }
  .magnifier dd {
    font-variant-numeric: tabular-nums lining-nums;
    overflow: hidden;
  }
  .same {
    color: var(--muted);
  }
  .no-v {
    margin: 0;
  }
  /* Each error begins its line, so that none moves while the numbers grow longer and shorter. */
  @container (width < 44rem) {
    .answer span {
      display: block;
    }
  }
  .tables {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem 2rem;
    align-items: start;
  }
  .read-out :is(th, td) {
    padding-inline-start: 0.3rem;
  }
  td {
    white-space: nowrap;
  }
  /* Beside a long number a name takes two lines, and so it does beside a short one. */
  @container (width < 23rem) {
    .read-out tbody th {
      block-size: 2lh;
    }
  }
  .read-out :is(th, td):first-child {
    padding-inline-start: 0;
  }
  /* One line or two, as the digits are: what lies below stays. */
  @container (44rem <= width < 56rem) {
    .answer {
      min-block-size: 2.35lh;
    }
  }
  @container (min-width: 44rem) {
    .plot {
      aspect-ratio: 4 / 3;
    }
    .split,
    .tables {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;
