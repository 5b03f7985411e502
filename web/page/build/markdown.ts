import { Marked, type TokenizerAndRendererExtension } from 'marked';
import temml from 'temml';
import { codeOf } from './listing.ts';

/**
 * `$…$` in the line and `$$…$$` on a line of its own, as MathML. Throws where the formula does not parse.
 * A browser breaks the line between a formula and the punctuation around it, unless they are held together.
 */
const formula: TokenizerAndRendererExtension = {
  name: 'formula',
  level: 'inline',
  start: (source) => /[（“(]?\$/.exec(source)?.index,
  tokenizer(source) {
    const [raw, before, fence, tex, after] = /^([（“(]?)(\$\$?)([^$]+)\2([，。；：、！？）”,.;:!?)]*)/.exec(source) ?? [];
    return raw ? { type: 'formula', raw, before, tex, after, display: fence === '$$' } : undefined;
  },
  renderer({ before, tex, after, display }) {
    const math = temml.renderToString(tex, { displayMode: display, throwOnError: true, strict: true });
    return before || after ? `<span class="held">${before}${math}${after}</span>` : math;
  },
};

export interface Heading {
  /** 2 for h2. */
  readonly level: number;
  /** Stands before the title, in the margin where there is one. */
  readonly number: string;
}

/** Markdown as HTML. A heading of the second level, which may be left out, is the title and takes level and number from `heading`. */
export function renderMarkdown(source: string, heading: Heading): { html: string; title: string } {
  let title = '';
  const marked = new Marked({
    extensions: [formula],
    renderer: {
      code: ({ text, lang }) => `<pre><code>${codeOf(text, lang).split('\n').map(codeLine).join('')}</code></pre>\n`,
      heading({ tokens, depth }) {
        const text = this.parser.parseInline(tokens);
        if (depth !== 2) return `<h${heading.level + depth - 2}>${text}</h${heading.level + depth - 2}>\n`;
        title = text;
        const number = heading.number && `<span class="number">${heading.number}</span> `;
        return `<h${heading.level}>${number}${text}</h${heading.level}>\n`;
      },
    },
  });
  const html = marked.parse(source, { async: false });
  return { html, title };
}

/** A line that is too long for the window goes on further in than it begins, so that the indentation can still be read. */
function codeLine(line: string): string {
  const indent = line.search(/\S|$/);
  return `<span class="line"${indent > 0 ? ` style="--indent: ${indent}"` : ''}>${escaped(line)}\n</span>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
