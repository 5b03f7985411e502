import type { ClassroomStrings } from '../../i18n/classroom.ts';
import { linkCode } from './link-code.ts';

export function showLink(link: string, words: ClassroomStrings): void {
  const address = document.createElement('a');
  address.href = link;
  address.textContent = link;
  const code = linkCode(link);
  code?.setAttribute('role', 'img');
  code?.setAttribute('aria-label', words.link);
  const text = isKnownHereAlone(new URL(link)) ? words.linkHere : words.linkText;
  open(words, words.link, [...(code ? [code] : []), paragraph(code ? text : words.tooLong), address]);
}

/** As what `npm start` serves, or a file. */
function isKnownHereAlone({ protocol, hostname }: URL): boolean {
  return protocol === 'file:' || hostname === '[::1]' || /^(localhost|127(\.\d+){3})$/.test(hostname);
}

export function showKeys(words: ClassroomStrings): void {
  const list = document.createElement('dl');
  for (const [keys, what] of words.keyList) {
    const term = document.createElement('dt');
    term.append(...keys.split(' ').map((key) => Object.assign(document.createElement('kbd'), { textContent: key })));
    const meaning = document.createElement('dd');
    meaning.textContent = what;
    list.append(term, meaning);
  }
  open(words, words.keys, [list]);
}

export function closeDialogs(): void {
  for (const dialog of document.querySelectorAll<HTMLDialogElement>('.classroom-dialog')) dialog.close();
}

function open(words: ClassroomStrings, title: string, content: readonly Element[]): void {
  closeDialogs();
  const dialog = document.createElement('dialog');
  dialog.className = 'classroom-dialog';
  const heading = document.createElement('h2');
  heading.id = 'classroom-dialog-title';
  heading.textContent = title;
  dialog.setAttribute('aria-labelledby', heading.id);
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = words.close;
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.append(heading, ...content, close);
  document.body.append(dialog);
  dialog.showModal();
}

function paragraph(text: string): HTMLParagraphElement {
  return Object.assign(document.createElement('p'), { textContent: text });
}
