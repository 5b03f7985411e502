import type { Translations } from '../i18n/language.ts';

/** About the height that the stage of a figure takes once it is there, as CSS lengths: with all of it in one column, and with its parts side by side. */
export interface Room {
  readonly oneColumn: string;
  readonly sideBySide: string;
}

export interface CatalogueEntry {
  /** <downhill-ID>, defined by ID/ID-figure.ts. */
  readonly id: string;
  /** The section of the chapter that it belongs to; '0' for one before the first, '' for one after the last. */
  readonly section: string;
  readonly name: Translations<string>;
  /** Kept free until the figure comes, so that no text jumps. In it, 100cqi is the width of the figure. */
  readonly room: Room;
}

/** The same for all: the row of tools with the folded bench, and the question. */
const [tools, question] = ['max(6rem, 9rem - 6cqi)', 'max(3.25rem, 9rem - 10cqi)'];

/** Every figure that there is, in the order of the chapter. */
export const catalogue = [
  {
    id: 'valleys',
    section: '0',
    name: { en: 'Four valleys', 'zh-Hans': '四个山谷' },
    room: { oneColumn: 'calc(17.5rem + max(0rem, 9rem - 34cqi) + min(68cqi, 27rem, 56vh))', sideBySide: 'calc(5.2rem + max(0rem, 11rem - 21cqi) + min(40rem, 63vh))' },
  },
  {
    id: 'data',
    section: '4.1',
    name: { en: 'Handwritten digits', 'zh-Hans': '手写数字' },
    room: { oneColumn: 'calc(31rem + min(66cqi, 12.8rem))', sideBySide: 'min(100cqi - 18rem, 36rem, 80vh)' },
  },
  {
    id: 'network',
    section: '4.1',
    name: { en: 'A digit in the network', 'zh-Hans': '数字穿过网络' },
    room: { oneColumn: 'calc(36.7rem + 44.5cqi)', sideBySide: 'calc(7.3rem + min(95cqi, 27rem, 56vh))' },
  },
  {
    id: 'loss',
    section: '4.2.1',
    name: { en: 'Two loss functions', 'zh-Hans': '两种损失函数' },
    room: { oneColumn: 'calc(17.3rem + max(0rem, 5.8rem - 22.5cqi) + 96.5cqi)', sideBySide: 'calc(3.5rem + 46.7cqi)' },
  },
  {
    id: 'mini-batch',
    section: '4.2.3',
    name: { en: 'The loss of a mini-batch', 'zh-Hans': 'mini-batch 的损失' },
    room: { oneColumn: 'calc(13.9rem + min(113cqi, 49rem))', sideBySide: 'calc(7.8rem + min(51.5cqi, 27rem, 56vh))' },
  },
  {
    id: 'why-loss',
    section: '4.2.5',
    name: { en: 'Loss and accuracy', 'zh-Hans': '损失与精度' },
    room: { oneColumn: 'calc(19.5rem + max(0rem, 8rem - 42cqi) + min(80cqi, 27rem, 56vh))', sideBySide: 'max(21.5rem, min(150cqi - 59rem, 27rem, 56vh))' },
  },
  {
    id: 'derivative',
    section: '4.3.1',
    name: { en: 'The derivative', 'zh-Hans': '导数' },
    room: { oneColumn: 'calc(18.8rem + max(0rem, 18.8rem - 100cqi) + 100cqi)', sideBySide: 'calc(12.3rem + 29.2cqi)' },
  },
  {
    id: 'partial',
    section: '4.3.3',
    name: { en: 'Partial derivatives', 'zh-Hans': '偏导数' },
    room: { oneColumn: 'calc(10.3rem + min(146cqi, 62.4rem))', sideBySide: 'calc(4.5rem + 50cqi)' },
  },
  {
    id: 'gradient-field',
    section: '4.4',
    name: { en: 'The gradient', 'zh-Hans': '梯度' },
    room: { oneColumn: 'calc(22.2rem + max(0rem, 7rem - 34.5cqi) + min(87.4cqi, 27rem, 56vh))', sideBySide: 'calc(2.5rem + min(48cqi, 27rem, 56vh))' },
  },
  {
    id: 'descent',
    section: '4.4.1',
    name: { en: 'Gradient descent', 'zh-Hans': '梯度下降' },
    room: { oneColumn: 'calc(35rem + min(88cqi, 33.8rem))', sideBySide: '29.4rem' },
  },
  {
    id: 'simple-net',
    section: '4.4.2',
    name: { en: 'The gradient of a network', 'zh-Hans': '神经网络的梯度' },
    room: { oneColumn: 'calc(25.8rem + max(0rem, 9.6rem - 40cqi) + min(80cqi, 27rem, 56vh))', sideBySide: 'calc(26.8rem + max(0rem, 10rem - 20cqi))' },
  },
  {
    id: 'four-steps',
    section: '4.5',
    name: { en: 'One iteration', 'zh-Hans': '一次迭代' },
    room: { oneColumn: 'calc(40rem + max(0rem, 22.5rem - 68cqi))', sideBySide: 'calc(26.4rem + max(0rem, 11.2rem - 8cqi))' },
  },
  {
    id: 'training',
    section: '4.5.1',
    name: { en: 'A network learns', 'zh-Hans': '一个网络在学习' },
    room: { oneColumn: 'calc(47.8rem + max(0rem, 26.7rem - 89cqi))', sideBySide: 'calc(36.4rem - 5cqi)' },
  },
  {
    id: 'race',
    section: '4.5.2',
    name: { en: 'Ways to the same gradient', 'zh-Hans': '求梯度的几种办法' },
    room: { oneColumn: 'calc(25rem + max(0rem, 10.4rem - 40cqi))', sideBySide: '24rem' },
  },
  {
    id: 'generalisation',
    section: '4.5.3',
    name: { en: 'Generalisation', 'zh-Hans': '泛化' },
    room: { oneColumn: 'calc(42.5rem + max(0rem, 34rem - 150cqi))', sideBySide: '29.7rem' },
  },
  {
    id: 'errata',
    section: '',
    name: { en: 'Mistakes you can run', 'zh-Hans': '跑一跑这些错误' },
    room: { oneColumn: 'calc(33rem + max(0rem, 6.9rem - 36cqi))', sideBySide: '26.1rem' },
  },
] as const satisfies readonly CatalogueEntry[];

export type FigureId = (typeof catalogue)[number]['id'];

/** The ids of the figures that there are: `descent` is that of <downhill-descent>. */
export const figureIds: readonly FigureId[] = catalogue.map(({ id }) => id);

export function isFigureId(text: string): text is FigureId {
  return (figureIds as readonly string[]).includes(text);
}

/** Throws RangeError if there is no figure `id`. */
export function entryOf(id: string): CatalogueEntry {
  const entry = catalogue.find((each) => each.id === id);
  if (!entry) throw new RangeError(`the figure is ${id}; there are ${figureIds.join(', ')}`);
  return entry;
}

/** Rules of CSS: the room of each figure's stage, as --one-column and --side-by-side, and what lies around it, as --around. */
export function roomRules(): string {
  const figures = `:is(${figureIds.map((id) => `downhill-${id}`).join(', ')})`;
  return [
    `${figures} { --around: ${tools}; }`,
    `${figures}[question] { --around: ${tools} + ${question}; }`,
    `${figures}[plain] { --around: 0rem; }`,
    `${figures}[plain][question] { --around: ${question}; }`,
    ...catalogue.map(({ id, room: { oneColumn, sideBySide } }) => `downhill-${id} { --one-column: ${oneColumn}; --side-by-side: ${sideBySide}; }`),
  ].join('\n');
}
