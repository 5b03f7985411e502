import { css } from 'lit';

/**
 * How the parts of a figure lie: one column on a phone; where there is room, what is in .split stands side by side. A .plot holds one
 * canvas and the handles over it; it is square unless the figure gives it another aspect-ratio. A figure with the attribute `plain`
 * shows its stage alone.
 */
export const layoutStyles = css`
  :host {
    container-type: inline-size;
  }
  figure {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }
  .split {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem 2rem;
    align-items: start;
  }
  .beside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    align-content: start;
  }
  .plot {
    position: relative;
    aspect-ratio: 1 / 1;
    max-block-size: min(38rem, 88vh);
    inline-size: 100%;
  }
  .handle {
    position: absolute;
    inset: 0 auto auto 0;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
    touch-action: none;
    cursor: grab;
    outline: none;
  }
  .handle:active {
    cursor: grabbing;
  }
  .scroll {
    max-block-size: 16rem;
    overflow: auto;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
    align-items: center;
    margin-inline: -0.6rem;
  }
  @media (max-width: 30rem) {
    .tools {
      column-gap: 0;
    }
  }
  @media print {
    .tools,
    button {
      display: none;
    }
  }
  .tools.unfolded {
    margin-inline: 0;
  }
  button.quiet {
    min-block-size: 2rem;
    padding: 0.1rem 0.6rem;
    border-color: transparent;
    background: none;
    color: var(--muted);
    font-size: 0.8667em;
  }
  button.quiet:hover,
  button.quiet[aria-expanded='true'] {
    color: var(--ink);
    background: var(--raised);
  }
  /* On the same line whether it says something or not. */
  .said {
    flex: 1 1 10rem;
    min-block-size: 1lh;
    color: var(--muted);
    font-size: 0.8667em;
    padding-inline: 0.6rem;
  }
  .kept {
    display: grid;
  }
  .kept::before {
    content: attr(data-longest);
    visibility: hidden;
  }
  .kept::before,
  .kept > * {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }
  .by-hand {
    display: grid;
    gap: 0.25rem;
  }
  .code {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
  }
  .code .row {
    justify-content: space-between;
  }
  .tabs {
    display: flex;
    gap: 0.25rem;
  }
  .tabs button {
    min-block-size: 2rem;
    padding: 0.1rem 0.6rem;
    border: 0;
    border-block-end: 2px solid transparent;
    border-radius: 0;
    background: none;
  }
  .tabs button[aria-selected='true'] {
    border-block-end-color: var(--accent);
  }
  .code pre {
    margin: 0;
    padding: 0.8rem 0;
    background: var(--raised);
    font-family: ui-monospace, 'SF Mono', Consolas, 'DejaVu Sans Mono', monospace;
    font-size: 0.8667em;
    line-height: 1.6;
    overflow-x: auto;
  }
  .code code {
    display: inline-block;
    min-inline-size: 100%;
  }
  .line {
    display: block;
    padding-inline: 1rem;
  }
  .line[aria-current='step'] {
    background: color-mix(in srgb, var(--accent) 18%, var(--raised));
    box-shadow: inset 3px 0 var(--accent);
  }
  @container (min-width: 44rem) {
    .split {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  @container (min-width: 54rem) {
    .split {
      grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr);
    }
  }
`;
