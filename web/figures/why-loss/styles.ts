import { css } from 'lit';

export const whyLossStyles = css`
  .plot.sweep {
    aspect-ratio: 5 / 4;
  }
  .plot.map {
    cursor: pointer;
  }
  .tips {
    display: grid;
    grid-template-columns: 5.5rem minmax(0, 1fr);
    gap: 1rem;
    align-items: center;
    min-block-size: 5.5rem;
  }
  .tips canvas {
    aspect-ratio: 1 / 1;
  }
  .tips p {
    margin: 0;
  }
  .read-out {
    table-layout: fixed;
  }
  .read-out td {
    white-space: nowrap;
  }
  @container (min-width: 20rem) {
    .read-out th {
      white-space: nowrap;
    }
  }
  /* A strip at the top of the room of a matrix. */
  .plot.map.bias canvas {
    block-size: auto;
    aspect-ratio: 4 / 1;
  }
  @container (min-width: 44rem) {
    .controls {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;
