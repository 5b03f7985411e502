import { html, type TemplateResult } from 'lit';
import { keyPressed } from './slider.ts';

export interface TabList<Tab extends string> {
  /** Of the list, for screen readers. */
  readonly label: string;
  /** Its class. */
  readonly name: string;
  readonly tabs: readonly Tab[];
  /** undefined where none is. */
  readonly chosen: Tab | undefined;
  /** By default they stand side by side. */
  readonly vertical?: boolean;
  /** The id of a tab; its panel is labelled by it. */
  readonly id: (tab: Tab) => string;
  /** The id of the panel that they share. */
  readonly panel: string;
  readonly text: (tab: Tab) => string | TemplateResult;
  readonly choose: (tab: Tab) => void;
}

/** Tabs, of which the chosen one is reached by Tab; arrows, Home and End lead from it to the others. */
export function tabList<Tab extends string>({ label, name, tabs, chosen, vertical = false, id, panel, text, choose }: TabList<Tab>): TemplateResult {
  const key = (event: KeyboardEvent) => {
    keyPressed(event, () => {
      const next = tabAfterKey(tabs, chosen, event.key, vertical);
      if (next === undefined) return false;
      choose(next);
      (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`#${id(next)}`)?.focus();
      return true;
    });
  };
  return html`<div class=${name} role="tablist" aria-orientation=${vertical ? 'vertical' : 'horizontal'} aria-label=${label} @keydown=${key}>
    ${tabs.map(
      (tab) => html`<button
        type="button"
        role="tab"
        id=${id(tab)}
        aria-selected=${tab === chosen}
        aria-controls=${panel}
        tabindex=${tab === (chosen ?? tabs[0]) ? 0 : -1}
        @click=${() => choose(tab)}
      >
        ${text(tab)}
      </button>`,
    )}
  </div>`;
}

/** The tab that a key leads to, round at both ends; undefined for a key that leads nowhere. Up and Down lead through a vertical list alone. */
export function tabAfterKey<Tab>(tabs: readonly Tab[], from: Tab | undefined, key: string, vertical: boolean): Tab | undefined {
  const at = from === undefined ? -1 : tabs.indexOf(from);
  if (key === 'Home') return tabs[0];
  if (key === 'End') return tabs.at(-1);
  if (key === 'ArrowRight' || (vertical && key === 'ArrowDown')) return tabs[(at + 1) % tabs.length];
  if (key === 'ArrowLeft' || (vertical && key === 'ArrowUp')) return tabs.at(Math.max(0, at) - 1);
  return undefined;
}
