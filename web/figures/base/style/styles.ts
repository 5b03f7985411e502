import { css, unsafeCSS } from 'lit';
import { variableFont } from '../../../draw/theme.ts';
import { figureColours } from './palette.ts';

/**
 * The look that all figures share. A page changes their colours (palette.ts) by --downhill-ink and so on, and their type by --downhill-font; light or dark
 * follows its color-scheme, unless the attribute `theme` says which.
 */
export const figureStyles = css`
  :host {
    ${unsafeCSS(figureColours())}
    --font: var(--downhill-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    display: block;
  }
  /* A page around the figure whose background tells what its color-scheme does not (page-scheme.ts). */
  :host(:state(light)) {
    color-scheme: light;
  }
  :host(:state(dark)) {
    color-scheme: dark;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host(:lang(zh)) {
    --font: var(
      --downhill-font,
      'PingFang SC',
      'Hiragino Sans GB',
      'HarmonyOS Sans SC',
      'Microsoft YaHei UI',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      'Noto Sans SC',
      'Source Han Sans SC',
      'WenQuanYi Micro Hei',
      system-ui,
      sans-serif
    );
  }
  :host([hidden]) {
    display: none;
  }
  /* Nothing of the page's type comes in by inheritance, but for what decides whether the figure is there at all. */
  figure {
    all: initial;
    /* In Chromium the language, by which it chooses between the forms of a Chinese character. */
    -webkit-locale: inherit;
    display: block;
    direction: ltr;
    color-scheme: inherit;
    visibility: inherit;
    pointer-events: inherit;
    color: var(--ink);
    font-family: var(--font);
    font-size: 0.9375rem;
    line-height: 1.5;
    text-align: start;
    -webkit-text-size-adjust: 100%;
  }
  :host(:lang(zh)) figure {
    line-height: 1.65;
  }
  /* A theme of its own may be the opposite of the page's, so it brings its own ground. */
  :host([theme]) figure {
    padding: 1.25rem;
    background: var(--background);
  }
  figcaption {
    color: var(--muted);
    max-inline-size: 44em;
  }
  canvas {
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }
  output,
  td,
  input {
    font-variant-numeric: tabular-nums lining-nums;
  }
  var {
    font-family: ${unsafeCSS(variableFont)};
    font-size: 1.05em;
  }
  sub {
    font-size: 0.72em;
    line-height: 0;
  }
  a {
    color: var(--accent2);
  }

  label,
  .label {
    color: var(--muted);
    font-size: 0.8667em;
  }
  button,
  input,
  select {
    box-sizing: border-box;
    font: inherit;
    color: inherit;
  }
  button,
  select,
  input:not([type]),
  input[type='text'],
  input[type='number'] {
    min-block-size: 2.5rem;
    padding: 0.3rem 0.7rem;
    border: 1px solid color-mix(in srgb, var(--muted) 55%, var(--background));
    border-radius: 0.25rem;
    background: var(--background);
  }
  button {
    padding-inline: 1rem;
    cursor: pointer;
  }
  button,
  summary {
    position: relative;
  }
  /* A thumb's breadth to press, whatever is seen of it. */
  @media (any-pointer: coarse) {
    button::after,
    summary::after {
      content: '';
      position: absolute;
      inset: min(0px, 50% - 22px);
    }
  }
  /* A finger hovers nowhere, and what it has tapped last would stay so. */
  @media (hover: hover) {
    button:hover:not(:disabled),
    select:hover:not(:disabled) {
      background: var(--raised);
      border-color: var(--muted);
    }
  }
  button:active:not(:disabled) {
    background: var(--grid);
  }
  button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--background);
    font-weight: 600;
  }
  @media (hover: hover) {
    button.primary:hover:not(:disabled) {
      background: color-mix(in srgb, var(--accent) 88%, var(--ink));
      border-color: transparent;
    }
  }
  button.preset {
    min-block-size: 2rem;
    /* With the gap to the next a thumb's breadth. */
    min-inline-size: 2.5rem;
    padding: 0.1rem 0.6rem;
    font-size: 0.8667em;
    font-variant-numeric: tabular-nums lining-nums;
  }
  button[aria-pressed='true'] {
    border-color: var(--accent);
    color: var(--accent);
  }
  button:disabled,
  input:disabled,
  select:disabled {
    opacity: 0.5;
    cursor: default;
  }
  /* In WebKit the longest choice would otherwise stand out of it. */
  select {
    contain: paint;
  }
  input[type='range'] {
    inline-size: 100%;
    min-block-size: 1.75rem;
    margin: 0;
    accent-color: var(--accent);
    cursor: pointer;
  }
  input[type='checkbox'] {
    inline-size: 1.1rem;
    block-size: 1.1rem;
    margin: 0;
    accent-color: var(--accent);
  }
  progress {
    inline-size: 9rem;
    accent-color: var(--accent);
    vertical-align: middle;
  }
  input:user-invalid,
  input[aria-invalid='true'] {
    border-color: var(--accent);
    outline-color: var(--accent);
  }
  :focus-visible {
    outline: 2px solid var(--accent2);
    outline-offset: 2px;
  }

  .controls {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
    gap: 1rem 2rem;
    align-items: start;
  }
  .control {
    display: grid;
    align-content: start;
    gap: 0.25rem;
    min-inline-size: 0;
  }
  .control input:not([type='checkbox']),
  .control select {
    inline-size: 100%;
    min-inline-size: 0;
  }
  .control.number {
    grid-template-columns: minmax(0, 1fr) 6.25rem;
    column-gap: 0.8rem;
    align-items: center;
  }
  .control.number > label,
  .control.number > .presets,
  .control.number > .not-used {
    grid-column: 1 / -1;
  }
  .not-used {
    display: none;
    color: var(--accent);
    font-size: 0.8667em;
  }
  .typed:invalid ~ .not-used {
    display: block;
  }
  .row,
  .presets {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }
  .check {
    display: inline-flex;
    gap: 0.5rem;
    align-items: center;
    min-block-size: 2rem;
    cursor: pointer;
  }

  table {
    border-collapse: collapse;
    inline-size: 100%;
  }
  caption {
    color: var(--muted);
    text-align: start;
  }
  th,
  td {
    padding: 0.2rem 0.6rem;
    border-block-end: 1px solid var(--grid);
    text-align: end;
    font-weight: normal;
  }
  th {
    color: var(--muted);
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 0;
    text-align: start;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }
  summary {
    color: var(--muted);
    cursor: pointer;
  }

  .notices {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
  }
  .notices:not(:has(.notice)) {
    display: none;
  }
  .notice {
    margin: 0;
    padding: 0.5rem 0.8rem;
    border-inline-start: 3px solid var(--accent);
    background: var(--raised);
    overflow-wrap: anywhere;
  }
  .notice pre {
    margin: 0.3rem 0;
    font-family: ui-monospace, 'SF Mono', Consolas, 'DejaVu Sans Mono', monospace;
    overflow-x: auto;
  }
  .for-screen-readers {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
