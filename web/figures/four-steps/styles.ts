import { css } from 'lit';

export const fourStepsStyles = css`
  .iteration {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem 2rem;
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
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 0.3rem;
    margin: 0;
    padding: 0;
    list-style: none;
    counter-reset: phase;
  }
  .phases li {
    counter-increment: phase;
    padding: 0.2rem 0.4rem;
    border-block-start: 3px solid var(--grid);
    color: var(--muted);
    font-size: 0.8667em;
    overflow-wrap: anywhere;
  }
  .phases li::before {
    content: counter(phase) '. ';
  }
  .phases li[aria-current] {
    border-color: var(--accent);
    color: var(--ink);
    font-weight: 600;
  }
  .done {
    margin: 0;
    min-block-size: 2lh;
  }
  .picture {
    block-size: 9rem;
    min-inline-size: 0;
  }
  .lit pre {
    max-block-size: none;
    margin: 0;
    font-size: 0.8em;
  }
  #losses {
    inline-size: 100%;
    font-size: 1em;
  }
  #losses .own strong {
    color: var(--accent2);
  }
  #losses .all strong {
    color: var(--accent);
  }
  @container (min-width: 44rem) {
    .iteration {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .picture {
      block-size: 15rem;
    }
    .lit {
      grid-row: span 2;
    }
    .done {
      min-block-size: 1lh;
    }
  }
`;
