// embed.html?figure=descent&start=-3,4 in an iframe: that figure and nothing else. lang and theme are settled by first-paint.js.

import { stateFor } from '../figures/base/element/given-state.ts';
import type { StateFigure } from '../figures/base/element/state-figure.ts';
import { manners } from '../figures/base/state/manners.ts';
import { messageOf } from '../figures/base/work/failure.ts';
import { entryOf, figureIds, isFigureId } from '../figures/catalogue.ts';
import { loadFigure } from '../figures/lazy.ts';
import { embed } from '../i18n/embed.ts';
import { languageFor } from '../i18n/language.ts';
import { tellHeight } from './height.ts';

const language = languageFor(document.documentElement.lang);
const words = embed[language];
const { figure: id = '', lang: _lang, theme: _theme, ...given } = Object.fromEntries(new URLSearchParams(location.search));

tellHeight();
if (isFigureId(id)) await show(id);
else offer();

async function show(id: string): Promise<void> {
  document.title = words.pageTitle(nameOf(id));
  try {
    await loadFigure(id);
  } catch (error) {
    say(words.figureFailed(messageOf(error)));
    return;
  }
  const figure = document.createElement(`downhill-${id}`) as StateFigure;
  const isManner = (name: string) => (manners as readonly string[]).includes(name);
  const { state, unknown } = stateFor(figure, Object.fromEntries(Object.entries(given).filter(([name]) => !isManner(name))));
  figure.state = state;
  for (const manner of manners) figure.toggleAttribute(manner, given[manner] !== undefined);
  document.body.append(figure);
  if (unknown.length > 0) say(words.unknownAttributes(unknown));
}

function offer(): void {
  say(words.noSuchFigure(id));
  const list = document.createElement('ul');
  for (const each of figureIds) {
    const link = document.createElement('a');
    const address = new URL(location.href);
    address.search = '';
    address.searchParams.set('figure', each);
    link.href = address.href;
    link.textContent = each;
    const item = document.createElement('li');
    item.append(link, `: ${nameOf(each)}`);
    list.append(item);
  }
  document.body.append(list);
}

function nameOf(id: string): string {
  return entryOf(id).name[language];
}

function say(text: string): void {
  const line = document.createElement('p');
  line.setAttribute('role', 'alert');
  line.textContent = text;
  document.body.append(line);
}
