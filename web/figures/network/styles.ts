import { css } from 'lit';

export const networkStyles = css`
  .net {
    position: relative;
    isolation: isolate;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.35rem;
  }
  /* Below what lies on it, which has no ground of its own. */
  .net > canvas {
    position: absolute;
    inset: 0;
    z-index: -1;
    pointer-events: none;
  }
  .layer {
    margin: 0 0 0.15rem;
    color: var(--muted);
    font-size: 0.8667em;
    line-height: 1.3;
  }
  .input {
    display: grid;
    grid-template-columns: 5.6rem minmax(0, 1fr);
    gap: 0 0.9rem;
    align-items: start;
  }
  .input .layer {
    grid-column: 1 / -1;
  }
  .picture,
  .pad {
    inline-size: 5.6rem;
    aspect-ratio: 1 / 1;
  }
  .pad {
    box-sizing: border-box;
    border: 1px solid color-mix(in srgb, var(--muted) 55%, var(--background));
  }
  .pad[hidden] {
    display: none;
  }
  .pad[data-empty] {
    position: relative;
  }
  .pad[data-empty]::before {
    content: attr(data-empty);
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    padding: 0.2rem;
    color: var(--muted);
    font-size: 0.8667em;
    line-height: 1.3;
    text-align: center;
    pointer-events: none;
  }
  canvas#pad {
    cursor: crosshair;
    touch-action: none;
  }
  .feed {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    align-items: start;
  }
  .feed button {
    min-block-size: 2rem;
    padding: 0.1rem 0.6rem;
    font-size: 0.8667em;
  }
  .feed .digit {
    inline-size: 100%;
    font-size: 0.8667em;
  }
  .stepper,
  .nets {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
  }
  .stepper button {
    min-inline-size: 2.5rem;
  }
  .units {
    display: grid;
    grid-template-columns: repeat(10, minmax(0, 1fr));
    gap: 0.3rem;
  }
  .units button,
  .outputs button {
    min-inline-size: 0;
    min-block-size: 0;
    padding: 0;
    border: 0;
    border-radius: 2px;
  }
  /* They lie over the picture, which is to be seen through them when they are pointed at, too. */
  .units button:not(:disabled),
  .outputs button:not(:disabled) {
    background: none;
  }
  /* Ten abreast have no room for thumbs. */
  .units button::after,
  .outputs button::after {
    content: none;
  }
  .units button {
    /* A square image, and 8 pixels for the bar below it. */
    block-size: 0;
    padding-block-end: calc(100% + 8px);
  }
  .outputs {
    display: grid;
    grid-template-columns: repeat(10, minmax(0, 1fr));
    block-size: 4.5rem;
  }
  .says {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1rem;
    align-items: center;
    min-block-size: 2.9rem;
    align-content: center;
  }
  .says .answer {
    font-size: 1em;
  }
  .says strong {
    font-size: 1em;
  }
  .spell {
    block-size: 11.6rem;
  }
  .spelled {
    margin: 0 0 0.5rem;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .tables {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem 2.5rem;
    align-items: start;
  }
  tr[aria-current='true'] :is(th, td) {
    color: var(--ink);
    font-weight: 600;
  }
  @container (min-width: 44rem) {
    /* Both on one line, also where the column is narrow. */
    .nets button {
      padding-inline: clamp(0.2rem, 2.6cqi - 1rem, 0.45rem);
    }
    .net {
      grid-template-columns: 8.5rem minmax(0, 1fr) 8rem;
      gap: 2.5rem;
    }
    .input {
      grid-template-columns: minmax(0, 1fr);
      gap: 0.5rem;
      align-content: start;
    }
    .input .layer {
      margin: 0;
    }
    .picture {
      inline-size: min(100%, 0.45 * var(--downhill-plot, 100rem));
    }
    .own .picture {
      inline-size: 5rem;
    }
    .own .pad {
      inline-size: 100%;
    }
    /* Five rows, each a tenth of the width and the 8 pixels of a bar. */
    .units {
      gap: 0.5rem;
      max-inline-size: calc(2 * var(--downhill-plot, 100rem) - 80px + 0.5rem);
      margin-inline: auto;
    }
    .layer-outputs {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr);
    }
    .outputs {
      grid-template-columns: minmax(0, 1fr);
      grid-auto-rows: minmax(0, 1fr);
      block-size: auto;
    }
    .says {
      min-block-size: 2.5rem;
    }
    .says .answer {
      font-size: 1.0667em;
    }
    .says strong {
      font-size: 1.25em;
    }
    .spell {
      block-size: min(10.5rem, 0.5 * var(--downhill-plot, 100rem));
    }
    .tables {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (min-width: 54rem) {
    .net {
      grid-template-columns: 9.5rem minmax(0, 1fr) 10rem;
      gap: 4.5rem;
    }
  }
`;
