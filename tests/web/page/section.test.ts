import { describe, expect, it } from 'vitest';
import { parseSection, parseSheet } from '../../../web/page/build/section.ts';

const section = `::: section 4.2.1–2

::: en
## Loss
:::

::: zh-Hans
## 损失
:::

::: figure loss classes="10" log
::: en erratum
A slip.
:::
::: zh-Hans erratum
一处疏漏。
:::
`;

describe('a section', () => {
  it('has the number of its first line and the first of its numbers as id', () => {
    expect(parseSection(section, 'loss.md')).toMatchObject({ id: '4.2.1', number: '4.2.1–2' });
  });

  it('has a word as id, and no number, where the chapter has no such section', () => {
    expect(parseSection('::: section corrections\n', 'x.md')).toEqual({ id: 'corrections', number: '', parts: [] });
  });

  it('holds texts in both languages and figures, in order', () => {
    expect(parseSection(section, 'loss.md').parts).toEqual([
      { type: 'text', kind: 'prose', text: { en: '## Loss', 'zh-Hans': '## 损失' } },
      { type: 'figure', figure: 'loss', attributes: 'classes="10" log' },
      { type: 'text', kind: 'erratum', text: { en: 'A slip.', 'zh-Hans': '一处疏漏。' } },
    ]);
  });
});

describe('a section is refused, with file and line,', () => {
  const refusal = (body: string) => () => parseSection(`::: section 4.1\n${body}`, 'x.md');
  const en = '::: en\ntext\n:::\n';

  it('where a language is missing', () => {
    expect(refusal(en)).toThrow('x.md:2: this part (en) needs its text in en and zh-Hans');
    expect(refusal('::: zh-Hans\n文\n:::\n')).toThrow('x.md:2');
    expect(refusal(`${en}::: figure loss\n::: zh-Hans\n文\n:::\n`)).toThrow('x.md:2');
  });

  it('where the twin is empty or of another kind', () => {
    expect(refusal(`${en}::: zh-Hans\n\n:::\n`)).toThrow('x.md:2');
    expect(refusal(`${en}::: zh-Hans erratum\n文\n:::\n`)).toThrow('x.md:2');
  });

  it('where a part is of no known kind', () => {
    expect(refusal('::: en riddle\ntext\n:::\n')).toThrow('x.md:2: “riddle” is none of prose, erratum');
  });

  it('where text stands outside of a part, and where a part is not closed or not open', () => {
    expect(refusal('text\n')).toThrow('x.md:2: text outside of a part');
    expect(refusal('\n::: en\ntext\n')).toThrow('x.md:3: this part is not closed');
    expect(refusal('::: en\ntext\n::: zh-Hans\n')).toThrow('x.md:4: the part of line 2 is not closed');
    expect(refusal(':::\n')).toThrow('x.md:2: nothing is open here');
  });

  it('where its number is missing', () => {
    expect(() => parseSection('::: en\ntext\n:::\n', 'x.md')).toThrow('x.md:1');
  });
});

describe('a sheet of exercises', () => {
  const part = (kind: string) => `::: en ${kind}\ntext\n:::\n::: zh-Hans ${kind}\n文\n:::\n`;
  const sheet = (...kinds: string[]) => parseSheet(`::: section 4.1\n${kinds.map(part).join('')}`, 'x.md');

  it('has each exercise with the answer after it', () => {
    const text = { en: 'text', 'zh-Hans': '文' };
    expect(sheet('pencil', 'answer', 'think', 'answer')).toEqual({
      id: '4.1',
      exercises: [
        { kind: 'pencil', text, answer: text },
        { kind: 'think', text, answer: text },
      ],
    });
  });

  it('is refused where an answer is missing or answers nothing, or where a part is of no known kind', () => {
    expect(() => sheet('pencil', 'think')).toThrow('x.md: part 1 must be an exercise that an answer follows');
    expect(() => sheet('pencil', 'answer', 'think')).toThrow('part 3');
    expect(() => sheet('answer', 'pencil')).toThrow('part 1');
    expect(() => sheet('question', 'answer')).toThrow('“question” is none of pencil, figure, think, answer');
  });
});
