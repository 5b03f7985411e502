import { css } from 'lit';

export const gradientFieldStyles = css`
  table {
    table-layout: fixed;
  }
  #probe-table tr > :first-child {
    inline-size: 4rem;
  }
  /* Twelve digits are more than a phone has room for. */
  #probe-table td {
    overflow-wrap: anywhere;
  }
  p {
    margin: 0;
  }
  .worst output {
    display: block;
    font-size: 1.4em;
  }
  .drops table {
    table-layout: auto;
  }
  .drops {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
  }
  /* Room for the first two, so that nothing moves when they come. */
  .list,
  .list .scroll {
    block-size: clamp(6.25rem, 22cqi - 5rem, 11rem);
  }
  .numbers {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    gap: 1rem 2rem;
  }
  @container (width < 44rem) {
    .plot {
      aspect-ratio: 8 / 7;
    }
    .list,
    .list .scroll {
      block-size: 4.5rem;
    }
  }
`;
