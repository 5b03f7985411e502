import { css } from 'lit';

export const errataStyles = css`
  .errata {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem 2.25rem;
    align-items: start;
  }
  .mistakes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 10.5rem), 1fr));
    gap: 0.15rem 0.25rem;
  }
  .mistakes button {
    display: grid;
    grid-template-columns: 3.1em 1fr;
    align-items: center;
    min-block-size: 2.25rem;
    padding: 0.2rem 0.6rem;
    border: 0;
    border-inline-start: 3px solid transparent;
    border-radius: 0;
    background: none;
    font-size: 0.9333em;
    line-height: 1.35;
    text-align: start;
  }
  .mistakes [aria-selected='true'] {
    border-inline-start-color: var(--accent);
    background: var(--raised);
  }
  .section {
    display: inline-block;
    min-inline-size: 2.6em;
    color: var(--muted);
    font-variant-numeric: tabular-nums lining-nums;
  }
  #mistake {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }
  #mistake p {
    margin: 0;
    max-inline-size: 44em;
  }
  .panels {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem 2rem;
  }
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: subgrid;
    grid-row: span 3;
    gap: 0.5rem;
    min-inline-size: 0;
  }
  .right-alone .wrong {
    visibility: hidden;
  }
  .head {
    display: grid;
    min-block-size: 2.5rem;
    align-items: center;
    justify-items: start;
  }
  .verdict {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem 2rem;
    align-items: start;
    justify-items: start;
  }
  #answer {
    max-inline-size: 44em;
    font-size: 1em;
  }
  #answer strong {
    font-size: 1.1em;
  }
  h3 {
    margin: 0;
    font-size: 1em;
    font-weight: 600;
  }
  .panel.right h3 {
    color: var(--accent2);
  }
  .panel.wrong h3 {
    color: var(--accent);
  }
  .lines {
    margin: 0;
    padding: 0.5rem 0.8rem;
    background: var(--raised);
    font-family: ui-monospace, 'SF Mono', Consolas, 'DejaVu Sans Mono', monospace;
    font-size: 0.8em;
    line-height: 1.6;
    overflow-x: auto;
  }
  .picture {
    block-size: 13rem;
    min-inline-size: 0;
  }
  .picture[hidden] {
    display: none;
  }
  #mistake .said-by-python {
    margin-block-start: 0.5rem;
    padding: 0.5rem 0.8rem;
    border-inline-start: 3px solid var(--accent);
    background: var(--raised);
    font-family: ui-monospace, 'SF Mono', Consolas, 'DejaVu Sans Mono', monospace;
    font-size: 0.8667em;
    overflow-wrap: anywhere;
  }
  #numbers {
    table-layout: fixed;
  }
  #numbers td {
    overflow-wrap: anywhere;
  }
  @container (min-width: 44rem) {
    .errata {
      grid-template-columns: 14.5rem minmax(0, 1fr);
    }
    .mistakes {
      grid-template-columns: minmax(0, 1fr);
    }
    .panels {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .picture {
      block-size: var(--downhill-plot, min(17rem, 40vh));
    }
    .verdict {
      grid-template-columns: minmax(0, 1fr) auto;
    }
  }
`;
