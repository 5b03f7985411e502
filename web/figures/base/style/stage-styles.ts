import { css } from 'lit';

/**
 * The stage is one screen: at most 620 px high in a window of 1280 × 720, at most 740 px in one of 390 × 844. A page that has more room, as the
 * classroom has, says so by --downhill-plot, the height that the largest picture may take. The bench is folded below, the question stands above.
 */
export const stageStyles = css`
  /* A number that changes has the browser paint this part of the page, not all of it. */
  .stage,
  .bench {
    isolation: isolate;
  }
  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    align-content: start;
  }
  .stage .plot {
    max-block-size: var(--downhill-plot, min(27rem, 56vh));
  }
  .stage .controls {
    gap: 0.5rem 2rem;
  }
  /* The number or the sentence that answers the question. */
  .answer {
    margin: 0;
    font-size: 1.2em;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .answer strong {
    font-size: 1.35em;
    font-weight: 600;
  }
  /* What the reader did before, in a row. */
  .ghosts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    align-items: center;
    color: var(--muted);
    font-size: 0.8667em;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .task {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 1rem;
    align-items: start;
    padding-inline-start: 0.8rem;
    border-inline-start: 3px solid var(--accent2);
  }
  .task p {
    margin: 0;
  }
  .task .ask {
    font-size: 1.0667em;
    max-inline-size: 44em;
  }
  .task .tick {
    color: var(--accent2);
    font-weight: 700;
  }
  .task .tell {
    display: grid;
    grid-column: 1 / -1;
    max-inline-size: 44em;
  }
  .task .tell > * {
    grid-area: 1 / 1;
  }
  .task .told {
    color: var(--accent2);
  }
  /* Of the longest sentence that may be told. */
  .task .kept-room {
    display: var(--downhill-kept-room, block);
    visibility: hidden;
  }
  .task .row {
    grid-area: 1 / 2;
    flex-wrap: nowrap;
  }
  .bench > summary {
    inline-size: max-content;
    min-block-size: 2rem;
    font-size: 0.8667em;
    line-height: 2rem;
  }
  .bench[open] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }
  .bench > * + * {
    margin-block-start: 1rem;
  }
  /* On paper nothing is unfolded. */
  @media print {
    .bench:not([open]),
    .task .kept-room {
      display: none;
    }
  }
  @container (max-width: 44rem) {
    .task {
      grid-template-columns: minmax(0, 1fr);
    }
    .task .row {
      grid-area: auto;
    }
    .task .tell {
      order: 1;
      font-size: 0.9333em;
    }
  }
`;
