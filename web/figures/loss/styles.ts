import { css } from 'lit';

export const lossStyles = css`
  .bars {
    aspect-ratio: 16 / 9;
  }
  .curves {
    aspect-ratio: 5 / 2;
  }
  /* As wide as a bar and its share of the gap: ten of them stand side by side. */
  .bars .handle {
    inline-size: 8.5%;
    /* Of one at 0 the lower half lies below the digits. */
    block-size: 60px;
    border-radius: 0;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  /* The sides are those of the plot above; the drawing sets them. */
  .classes {
    position: relative;
    /* Above the handle of a bar at 0, which reaches down to here. */
    z-index: 1;
    display: grid;
    grid-template-columns: repeat(10, minmax(0, 1fr));
  }
  .classes label {
    display: grid;
    justify-items: center;
    gap: 0.15rem;
    cursor: pointer;
    font-size: 1em;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .classes input {
    position: absolute;
    opacity: 0;
    inline-size: 1px;
    block-size: 1px;
    margin: 0;
  }
  .digit {
    display: grid;
    place-items: center;
    inline-size: min(100%, 2.25rem);
    block-size: 2rem;
    border: 1px solid transparent;
    border-radius: 0.25rem;
    color: var(--ink);
  }
  label:hover .digit {
    background: var(--raised);
  }
  :checked + .digit {
    border-color: var(--accent);
    color: var(--accent);
    font-weight: 600;
  }
  :focus-visible + .digit {
    outline: 2px solid var(--accent2);
    outline-offset: 2px;
  }
  .one-hot {
    color: var(--muted);
  }
  :checked ~ .one-hot {
    color: var(--accent);
    font-weight: 600;
  }
  .t {
    position: absolute;
    inset: auto auto 0 0.9rem;
    color: var(--ink);
  }
  .losses {
    inline-size: 100%;
    table-layout: fixed;
  }
  .losses :is(th, td) {
    padding: 0.1rem 0.2rem;
    border: 0;
    white-space: nowrap;
  }
  .losses th {
    font-size: 0.8667em;
  }
  .losses thead th {
    white-space: normal;
  }
  .losses :is(th, td):first-child {
    inline-size: 21%;
  }
  /* As high as one with an answer: what lies below does not move under the hand that keeps one. */
  .to-come th {
    block-size: 2rem;
    padding-inline-start: 0.6rem;
    opacity: 0.6;
  }
  @container (max-width: 22rem) {
    .losses strong {
      font-size: 1.1em;
    }
  }
  @container (max-width: 20rem) {
    .losses strong {
      font-size: 0.95em;
    }
  }
  .terms tr.right :is(th, td) {
    color: var(--accent);
  }
  .terms tfoot :is(th, td) {
    color: var(--ink);
    font-weight: 600;
  }
  .terms {
    font-size: 0.8667em;
  }
  .terms :is(th, td) {
    padding-inline: 0.3rem;
    white-space: nowrap;
  }
  .terms :is(th, td):first-child {
    padding-inline-start: 0;
  }
  .terms :is(th, td):last-child {
    padding-inline-end: 0;
  }
  /* Where there is room the table lies on its side: one column for each output, as under the bars. */
  @container (min-width: 44rem) {
    .bars {
      aspect-ratio: 4 / 3;
    }
    .curves {
      aspect-ratio: 4 / 3;
    }
    .terms {
      display: grid;
      grid-auto-flow: column;
      grid-template-columns: auto;
      grid-auto-columns: minmax(0, 1fr);
      grid-template-rows: repeat(6, auto);
    }
    .terms caption {
      grid-area: 1 / 1 / 2 / 13;
    }
    .terms :is(thead, tbody, tfoot, tr) {
      display: contents;
    }
    .terms :is(th, td):nth-child(1) {
      grid-row: 2;
    }
    .terms :is(th, td):nth-child(2) {
      grid-row: 3;
    }
    .terms :is(th, td):nth-child(3) {
      grid-row: 4;
    }
    .terms :is(th, td):nth-child(4) {
      grid-row: 5;
    }
    .terms :is(th, td):nth-child(5) {
      grid-row: 6;
    }
    .terms :is(th, td):nth-child(n) {
      padding-inline: 0.2rem;
      text-align: end;
    }
    .terms thead th:nth-child(n) {
      padding-inline: 0 1rem;
      text-align: start;
    }
    .terms tfoot :nth-child(n) {
      padding-inline-end: 0;
    }
  }
`;
