import { css } from 'lit';

export const fourStepsStyles = css`
  .iteration {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem 2rem;
  }
  .act {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 2rem;
    align-items: center;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1.5rem;
  }
  .choices > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
    align-items: center;
  }
  .phases {
    display: grid;
    grid-template-columns: repeat(4, minmax(max-content, 1fr));
    gap: 0.3rem;
    margin: 0;
    padding: 0;
    list-style: none;
    counter-reset: phase;
  }
  .phases li {
    counter-increment: phase;
    padding: 0.2rem 0.2rem;
    border-block-start: 3px solid var(--grid);
    color: var(--muted);
    font-size: 0.8667em;
    white-space: nowrap;
  }
  .phases li::before {
    content: counter(phase) '. ';
  }
  .phases li[aria-current] {
    border-color: var(--accent);
    color: var(--ink);
  }
  .done {
    margin: 0;
    min-block-size: 2lh;
  }
  .picture {
    block-size: 7.5rem;
    min-inline-size: 0;
  }
  .lit pre {
    padding-block: 0.4rem;
    font-size: 0.7333em;
    line-height: 1.45;
  }
  /* A line that has no room goes on below, further in: nothing of it is hidden. */
  .lit .line {
    padding-inline: calc(0.5rem + 6ch) 0.5rem;
    text-indent: -6ch;
    white-space: pre-wrap;
  }
  /* On a phone the row of phases above says the same. */
  .lit .comment {
    display: none;
  }
  .go {
    gap: 0.35rem;
  }
  .go button {
    padding-inline: 0.45rem;
    font-size: 0.8667em;
  }
  #losses {
    inline-size: 100%;
    font-size: 1em;
  }
  #losses td,
  #losses th {
    padding-block: 0.4rem;
  }
  #losses th {
    white-space: nowrap;
  }
  #losses td:not(:first-child) {
    inline-size: 3.8rem;
    block-size: 1lh;
  }
  #losses strong {
    font-size: 1em;
  }
  #losses .own strong {
    color: var(--accent2);
  }
  #losses .all strong {
    color: var(--accent);
  }
  @container (width < 20rem) {
    .phases {
      grid-template-columns: repeat(2, minmax(max-content, 1fr));
    }
    #losses th {
      white-space: normal;
    }
  }
  @container (min-width: 44rem) {
    .picture {
      block-size: var(--downhill-plot, 15rem);
    }
    .iteration {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1.15fr);
      align-content: start;
    }
    .iteration > :first-child {
      grid-row: 1 / span 2;
    }
    .lit .comment {
      display: block;
    }
    .go {
      gap: 0.5rem;
    }
    .go button {
      padding-inline: 1rem;
      font-size: 1em;
    }
    #losses td:not(:first-child) {
      inline-size: 5.5rem;
    }
    #losses strong {
      font-size: 1.2em;
    }
    .lit pre {
      padding-block: 0.8rem;
      font-size: 0.8em;
    }
    .done {
      min-block-size: 1lh;
    }
  }
`;
