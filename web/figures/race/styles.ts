import { css } from 'lit';

export const raceStyles = css`
  /* Each lane on lines of its own: its name and how far it is, and its numbers below. */
  @container (width < 36rem) {
    .lanes :is(thead, tbody) {
      display: block;
    }
    .lanes tr {
      display: grid;
      grid-template-columns: 5.4fr 2.6fr 2.6fr;
    }
    .lanes thead th:first-child {
      display: none;
    }
    .lanes tbody th {
      grid-column: 1 / -1;
      border-block-end: 0;
    }
    .lanes :is(th, td) {
      padding-inline: 0;
    }
    .lanes :is(.done, thead th:nth-child(2)) {
      text-align: start;
    }
    .lanes .done {
      font-size: 0.8667em;
    }
  }
  .track {
    display: block;
    block-size: 0.35rem;
    margin-block: 0.3rem 0.15rem;
    background: var(--grid);
  }
  .track > span {
    display: block;
    block-size: 100%;
    background: var(--accent);
  }
  .images {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    gap: 1rem 2.5rem;
  }
  .images .plot {
    aspect-ratio: 2;
    cursor: auto;
  }
  #agreement,
  #gain {
    margin: 0;
  }
  .course {
    block-size: var(--downhill-plot, 15em);
    max-block-size: 30em;
  }
  .guess {
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: 1rem;
    align-items: center;
  }
  .guess label {
    grid-column: 1 / -1;
  }
  .guess output {
    font-size: 1.2em;
    font-weight: 600;
  }
`;
