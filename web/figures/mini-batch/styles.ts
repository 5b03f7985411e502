import { css } from 'lit';

export const miniBatchStyles = css`
  .plot.histogram {
    aspect-ratio: 2 / 1;
  }
  .plot.batch {
    aspect-ratio: 5 / 2;
  }
  .plot.widths {
    aspect-ratio: 4 / 3;
  }
  .earlier {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.2rem;
    margin: 0;
    padding: 0;
    list-style: none;
    color: var(--muted);
    font-size: 0.8667em;
    font-variant-numeric: tabular-nums lining-nums;
  }
  /* As high as the answer that follows, which begins with a large number. */
  .answer.learning {
    min-block-size: 2.35lh;
  }
  /* No line breaks anew when the numbers come. */
  .read-out {
    table-layout: fixed;
  }
  .read-out td {
    inline-size: 40%;
    white-space: nowrap;
  }
  @container (max-width: 22rem) {
    .read-out td {
      inline-size: 50%;
    }
  }
  @container (min-width: 44rem) {
    .answer.learning {
      min-block-size: 1.35lh;
    }
    .plot.histogram {
      aspect-ratio: 4 / 3;
    }
    .plot.batch,
    .plot.widths {
      aspect-ratio: 1 / 1;
    }
  }
`;
