import { describe, expect, it } from 'vitest';
import { charactersOf } from '../../../web/page/build/formula-characters.ts';
import { renderMarkdown } from '../../../web/page/build/markdown.ts';
import { renderContents, renderSection, renderWords } from '../../../web/page/build/render.ts';
import type { Section } from '../../../web/page/build/section.ts';

const markdown = (source: string) => renderMarkdown(source, { level: 2, number: '4.2' }).html;

describe('a formula', () => {
  it('becomes MathML, in the line or on one of its own', () => {
    expect(markdown('the rate $\\eta$ is')).toContain('<mi>η</mi></math> is');
    expect(markdown('$$x_0$$')).toContain('display="block"');
  });

  it('keeps its underscores and braces from Markdown', () => {
    expect(markdown('$x_0$ and $x_1$')).not.toContain('<em>');
  });

  it('holds on to the punctuation around it', () => {
    expect(markdown('从（$x$），到')).toMatch(/<span class="held">（<math>.*<\/math>），<\/span>到/);
  });

  it('that does not parse is an error', () => {
    expect(() => markdown('$\\frac{1}$')).toThrow();
    expect(() => markdown('$\\nonsense$')).toThrow();
  });
});

it('code keeps its text, and each line knows how far in it begins', () => {
  const html = markdown('```python\nif a < b & c:\n\n    return "d"\n```');
  expect(html.replaceAll(/<[^>]*>/g, '')).toBe('if a &lt; b &amp; c:\n\n    return "d"\n\n');
  expect([...html.matchAll(/<span class="line"([^>]*)>/g)].map(([, style]) => style)).toEqual(['', '', ' style="--indent: 4"']);
});

it('the font of the formulas needs italics for a letter that stands alone, of its alphabet, and the rest as it is', () => {
  expect(charactersOf(markdown('$h$ and $\\delta$, $x_1 = \\log(N)$, x'))).toBe(['(', ')', '1', '=', 'g', 'l', 'o', '\u2061', 'ℎ', '𝑁', '𝑥', '𝛿'].join(''));
  expect(charactersOf(markdown('$\\sqrt{n}$'))).toBe('√𝑛');
  expect(charactersOf('<mo>&lt;</mo><math><mo>&lt;</mo><mtext>a b</mtext></math>')).toBe(' <ab');
});

const section: Section = {
  id: '4.2.1',
  number: '4.2.1–2',
  parts: [
    { type: 'text', kind: 'prose', text: { en: '## Loss\n\nHow bad?', 'zh-Hans': '## 损失\n\n多糟？' } },
    { type: 'text', kind: 'erratum', text: { en: 'A slip.', 'zh-Hans': '一处疏漏。' } },
    { type: 'figure', figure: 'loss', attributes: 'log' },
  ],
};

it('a figure that the catalogue does not have is an error that names it', () => {
  const wrong: Section = { ...section, parts: [{ type: 'figure', figure: 'lose', attributes: '' }] };
  expect(() => renderSection(wrong)).toThrow('the figure is lose; there are valleys, data, network,');
});

describe('a section as HTML', () => {
  const { html, titles } = renderSection(section);

  it('has each text in both languages, side by side', () => {
    expect(html).toMatch(/<div lang="en">[\s\S]*How bad\?[\s\S]*<\/div>\s*<div lang="zh-Hans">[\s\S]*多糟？/);
  });

  it('has its code in both languages', () => {
    const coded: Section = { ...section, parts: [{ type: 'text', kind: 'prose', text: { en: '```python\nx = 1  # one\n```', 'zh-Hans': '```python\nx = 1  # 一\n```' } }] };
    expect(renderSection(coded).html.replaceAll(/<\/?span[^>]*>/g, '')).toMatch(
      /<div lang="en">\n<pre><code>x = 1 {2}# one\n<\/code><\/pre>\n<\/div>\n<div lang="zh-Hans">\n<pre><code>x = 1 {2}# 一\n/,
    );
  });

  it('has a heading one level below that of the section around it, with its number', () => {
    expect(html).toContain('<h3><span class="number">4.2.1–2</span> Loss</h3>');
    expect(renderSection({ ...section, number: '4.2' }).html).toContain('<h2><span class="number">4.2</span> Loss</h2>');
    expect(titles).toEqual({ en: 'Loss', 'zh-Hans': '损失' });
  });

  it('names what is a correction', () => {
    expect(html).toContain('<aside class="erratum" lang="zh-Hans">\n<p class="kind">勘误</p>');
  });

  it('has the figure, which goes by the name of its element unless it has another', () => {
    expect(html).toContain('<downhill-loss id="loss" log></downhill-loss>');
    const named: Section = { ...section, parts: [{ type: 'figure', figure: 'loss', attributes: 'id="first"' }] };
    expect(renderSection(named).html).toContain('<downhill-loss id="first"></downhill-loss>');
  });
});

describe('the list of contents', () => {
  it('links to sections that have a title, in every language', () => {
    const untitled = renderSection({ id: 'opening', number: '', parts: [] });
    const list = renderContents([untitled, renderSection(section)]);
    expect(list).toContain('<a href="#4.2.1"><span class="number">4.2.1–2</span><span lang="en">Loss</span><span lang="zh-Hans">损失</span></a>');
    expect(list).not.toContain('#opening');
  });
});

describe('words of the page', () => {
  it('stand in every language', () => {
    expect(renderWords('<p>{{contents}}</p>')).toBe('<p><span lang="en">Contents</span><span lang="zh-Hans">目录</span></p>');
  });

  it('that do not exist are an error', () => {
    expect(() => renderWords('{{nothing}}')).toThrow('{{nothing}} is not a word');
  });
});

it('a block that names a listing has the function itself, and one that is not there is an error', () => {
  const rendered = (name: string) => renderMarkdown(`\`\`\`listing\nloss.py#${name}\n\`\`\``, { level: 2, number: '' }).html;
  expect(rendered('mean_squared_error')).toMatch(/def mean_squared_error\(y, t\):[\s\S]*return 0\.5 \* np\.sum/);
  expect(() => rendered('squared_mean_error')).toThrow('loss.py has no function squared_mean_error');
});
