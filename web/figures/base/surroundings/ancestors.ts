import { type Language, languageFor } from '../../../i18n/language.ts';

/** The element around this one, also out of a shadow tree. */
export function parentOf(element: Element): Element | undefined {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

/** From the innermost to the page's root. */
export function ancestorsOf(element: Element): Element[] {
  const parent = parentOf(element);
  return parent ? [parent, ...ancestorsOf(parent)] : [];
}

/** From the element's own `lang`, else from that of what it lies in, else what the browser asks for. */
export function languageOf(element: Element): Language {
  const named = [element, ...ancestorsOf(element)].find((each) => each.getAttribute('lang'));
  return languageFor(named?.getAttribute('lang') ?? navigator.language);
}
