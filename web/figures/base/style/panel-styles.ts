import { css } from 'lit';

/** For figures of several pictures: a strip of buttons, the numbers behind the pictures in a row, pictures with title and legend. */
export const panelStyles = css`
  .strip {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }
  .strip .primary {
    min-inline-size: 7.5rem;
  }
  .standing {
    flex: 1 1 16rem;
    min-block-size: 1.6em;
    color: var(--muted);
  }
  /* Short, so that what is on its way takes no more lines than what comes after it. */
  .standing progress {
    inline-size: 4rem;
  }
  @container (max-width: 20rem) {
    .standing {
      min-block-size: 2lh;
    }
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr));
    gap: 0.6rem 1.5rem;
    margin: 0;
    padding-block: 0.7rem;
    border-block: 1px solid var(--grid);
  }
  dt {
    color: var(--muted);
    font-size: 0.8667em;
  }
  dd {
    margin: 0;
    font-size: 1.25em;
    font-variant-numeric: tabular-nums lining-nums;
    white-space: nowrap;
  }
  .panels {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5rem 2.5rem;
  }
  .panel {
    display: grid;
    grid-template-rows: auto 1fr auto;
    gap: 0.4rem;
    min-inline-size: 0;
  }
  h3 {
    margin: 0;
    font-size: 1em;
    font-weight: 600;
  }
  .picture {
    position: relative;
    block-size: 19rem;
    min-inline-size: 0;
  }
  .picture.tall {
    block-size: 24rem;
  }
  .picture.short {
    block-size: 12rem;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 1.2rem;
    color: var(--muted);
    font-size: 0.8667em;
    min-block-size: 1lh;
  }
  .key {
    display: inline-block;
    inline-size: 1.6em;
    block-size: 0;
    margin-inline-end: 0.5em;
    border-block-start: 2px solid currentColor;
    vertical-align: middle;
  }
  .key.train {
    border-color: var(--accent);
  }
  .key.test {
    border-color: var(--accent2);
    border-block-start-style: dashed;
  }
  @container (min-width: 44rem) {
    .panels {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;
