import { css } from 'lit';

export const simpleNetStyles = css`
  .plot.net {
    aspect-ratio: 5 / 4;
  }
  .matrices {
    block-size: 7.6em;
  }
  .gradients {
    block-size: 16em;
  }
  .fall {
    block-size: 8em;
  }
  #answer {
    font-size: 1.0667em;
    min-block-size: 3lh;
  }
  .handle.weight {
    border-radius: 0;
    cursor: ns-resize;
  }
  .handle.weight:focus-visible {
    outline: 2px solid var(--accent2);
    outline-offset: -5px;
  }
  dl {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 1rem;
    margin: 0;
    align-items: end;
  }
  dt {
    color: var(--muted);
    font-size: 0.8667em;
  }
  dd {
    margin: 0;
    font-size: 1.4em;
    line-height: 1.3;
    font-variant-numeric: tabular-nums lining-nums;
  }
  #outputs-table {
    table-layout: fixed;
  }
  #outputs-table th:first-child {
    inline-size: 4.2rem;
  }
  #outputs-table :is(th, td):not(:first-child) {
    padding-inline: 0.2rem 0;
  }
  #outputs-table td {
    font-size: min(1em, 4cqi);
    white-space: nowrap;
  }
  .one-hot {
    display: inline-flex;
    gap: 0.35rem;
    align-items: center;
    min-block-size: 1.75rem;
    color: var(--ink);
    font-size: 1em;
    cursor: pointer;
  }
  input[type='radio'] {
    margin: 0;
    accent-color: var(--accent);
  }
  .control.number {
    grid-template-columns: minmax(0, 1fr) 8.5rem;
  }
  @container (min-width: 44rem) {
    .controls {
      grid-template-columns: 1fr 1fr;
    }
    .fall {
      block-size: 10em;
    }
  }
`;
