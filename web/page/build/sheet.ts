import { exercises as words } from '../../i18n/exercises.ts';
import { languages } from '../../i18n/language.ts';
import { renderMarkdown } from './markdown.ts';
import { inEveryLanguage, type RenderedSection } from './render.ts';
import type { Exercise, Sheet } from './section.ts';

// An answer stands in the page twice: folded under its exercise for the screen, and on a page of its own for the printer.

type Text = Exercise['text'];

/** The exercises of a section: on the screen with their answers folded, in print with room to write. */
export function renderSheet({ id, exercises }: Sheet, section: RenderedSection): string {
  const items = exercises.map(
    ({ kind, text, answer }, at) => `<div class="exercise">
<p class="kind">${at + 1} · ${inEveryLanguage((language) => words[language][kind])}</p>
${renderText(text)}
<details><summary>${word('answer')}</summary>
${renderText(answer)}
</details>
<div class="room"></div>
</div>`,
  );
  return `<section id="${id}" class="sheet" data-sheet="${id}">
<div class="head">
<h2>${numberOf(section)}${titleOf(section)}</h2>
<p class="links"><a href="./#${id}">${word('section')}</a> <a href="./?classroom#${id}">${word('classroom')}</a> <button type="button" class="print" value="${id}">${word('print')}</button></p>
<p class="student"><span>${word('student')}</span><span>${word('date')}</span></p>
</div>
${items.join('\n')}
</section>`;
}

/** The answers to a section's exercises, for the printer. */
export function renderAnswers({ id, exercises }: Sheet, section: RenderedSection): string {
  const items = exercises.map(({ answer }, at) => `<div class="answer">\n<p class="kind">${at + 1}</p>\n${renderText(answer)}\n</div>`);
  return `<section class="answers" data-sheet="${id}">
<div class="head"><h2>${numberOf(section)}${word('answers')}${titleOf(section)}</h2></div>
${items.join('\n')}
</section>`;
}

const numberOf = ({ number }: RenderedSection) => `<span class="number">${number}</span> `;
const titleOf = ({ titles }: RenderedSection) => inEveryLanguage((language) => titles[language]);
const word = (key: 'answer' | 'answers' | 'section' | 'classroom' | 'print' | 'student' | 'date') => inEveryLanguage((language) => words[language][key]);

function renderText(text: Text): string {
  return languages.map((language) => `<div class="text" lang="${language}">\n${renderMarkdown(text[language], { level: 2, number: '' }).html}</div>`).join('\n');
}
