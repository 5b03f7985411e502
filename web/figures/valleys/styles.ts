import { css, unsafeCSS } from 'lit';
import { terrainColours } from '../../draw/terrain-colours.ts';

const [light, dark] = [terrainColours({ dark: false }).valleys, terrainColours({ dark: true }).valleys];
const hues = light.map(({ colour }, i) => `.valley-${i} .mark { color: light-dark(${colour}, ${dark[i]?.colour}); }`).join('\n');

export const valleysStyles = css`
  ${unsafeCSS(hues)}
  /* The picture is first to be seen, and what is asked about it comes after it. */
  figure > .task {
    order: 1;
  }
  figure > .tools,
  figure > .bench {
    order: 2;
  }
  .stage {
    gap: 0.5rem;
  }
  .scene {
    position: relative;
    block-size: var(--downhill-plot, clamp(15rem, 63vh, min(40rem, 96cqi)));
    touch-action: pan-y;
    cursor: crosshair;
    user-select: none;
    -webkit-user-select: none;
  }
  .handle:focus-visible {
    outline: none;
  }
  .handle.turn {
    inset: auto 0 0 auto;
    display: grid;
    place-items: center;
    color: var(--ink);
    background: color-mix(in srgb, var(--background) 72%, transparent);
  }
  .handle.turn:focus-visible {
    outline: 2px solid var(--accent2);
  }
  .handle.turn svg {
    inline-size: 24px;
    block-size: 24px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .ends {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 10.25rem), 1fr));
    gap: 0.1rem 0.5rem;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 0.8667em;
    font-variant-numeric: tabular-nums lining-nums;
    white-space: nowrap;
  }
  /* Its place is kept, so that nothing jumps. */
  .ends.untold {
    visibility: hidden;
  }
  .ends .mark {
    display: inline-block;
    inline-size: 1.2em;
  }
  .ends .count {
    color: var(--muted);
  }
  .answer {
    font-size: 1.0667em;
    min-block-size: 1lh;
  }
  .act {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1.25rem;
    align-items: center;
  }
  .act .row {
    gap: 0.4rem;
  }
  .act button {
    min-block-size: 2.75rem;
    padding-inline: 0.8rem;
    font-size: 0.9333em;
  }
  @container (max-width: 24rem) {
    .ends {
      font-size: 0.8em;
    }
  }
  @container (min-width: 40rem) {
    .ends {
      display: flex;
      flex-wrap: wrap;
      column-gap: 1.75rem;
    }
    .act {
      flex-wrap: nowrap;
      justify-content: space-between;
    }
    .act .row {
      flex-wrap: nowrap;
      flex: none;
    }
  }
`;
