import { describe, expect, it } from 'vitest';
import { chapterLink, frameText, tagText } from '../../../../../web/figures/base/tools/embed-texts.ts';

const walk = {
  site: new URL('https://example.org/downhill/'),
  id: 'descent',
  lang: 'zh-Hans',
  theme: null,
  manners: [],
  state: { start: '-3,4', f: 'x0^2 + "x1" < 1', numerical: '' },
};

describe('what an author pastes', () => {
  it('as an element has the state as attributes, so written that nothing ends early', () =>
    expect(tagText(walk).split('\n')).toEqual([
      '<script type="module" src="https://example.org/downhill/embed.js"></script>',
      '<downhill-descent lang="zh-Hans" start="-3,4" f="x0^2 + &quot;x1&quot; &lt; 1" numerical></downhill-descent>',
    ]));
  it('as a frame has it in the address, may only run scripts, save and copy, and has a height without resize.js', () =>
    expect(frameText({ ...walk, theme: 'dark' }, { title: 'Downhill: "descent"', height: 812.4 }).split('\n')).toEqual([
      '<iframe src="https://example.org/downhill/embed.html?figure=descent&amp;lang=zh-Hans&amp;theme=dark&amp;start=-3,4&amp;f=x0%5E2+%2B+%22x1%22+%3C+1&amp;numerical=" title="Downhill: &quot;descent&quot;" sandbox="allow-scripts allow-downloads" allow="clipboard-write" loading="lazy" style="width: 100%; height: 813px; border: 0"></iframe>',
      '<script src="https://example.org/downhill/resize.js"></script>',
    ]));
  it('has, if it is wanted, its stage alone and its question, as an element and as a frame', () => {
    const asked = { ...walk, manners: ['plain', 'question'], state: {} } as const;
    expect(tagText(asked)).toContain('<downhill-descent lang="zh-Hans" plain question></downhill-descent>');
    expect(frameText(asked, { title: '', height: 1 })).toContain('embed.html?figure=descent&amp;lang=zh-Hans&amp;plain=&amp;question="');
  });
  it('as a link leads to the figure in the chapter, in its language', () =>
    expect(chapterLink({ ...walk, state: { start: '-3,4' } })).toBe('https://example.org/downhill/?lang=zh-Hans#descent?start=-3,4'));
});
