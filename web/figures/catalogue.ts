import type { Translations } from '../i18n/language.ts';

/** About the height that a figure takes once it is there, as CSS lengths: with all of it in one column, and with its parts side by side. */
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
  /** Kept free until the figure comes, so that no text jumps. Measured in windows from 320 to 1920 pixels wide, in both languages. */
  readonly room: Room;
  /** That of the stage alone, where a page asks for it (`plain`). */
  readonly plainRoom?: Room;
}

/** Every figure that there is, in the order of the chapter. */
export const catalogue = [
  {
    id: 'valleys',
    section: '0',
    name: { en: 'Four valleys', 'zh-Hans': '四个山谷' },
    room: { oneColumn: 'calc(min(63vh, 96cqi - 2.4rem) + max(18rem, 42rem - 50cqi))', sideBySide: 'calc(clamp(15rem, 63vh, 40rem) + 14.2rem)' },
  },
  {
    id: 'data',
    section: '4.1',
    name: { en: 'Handwritten digits', 'zh-Hans': '手写数字' },
    room: { oneColumn: 'max(153rem - 200cqi, 86rem + 66cqi)', sideBySide: 'min(50.5rem + 58cqi, 84.5rem + 4cqi)' },
  },
  {
    id: 'network',
    section: '4.1',
    name: { en: 'A digit in the network', 'zh-Hans': '数字穿过网络' },
    room: { oneColumn: '62.5rem', sideBySide: '44.5rem' },
  },
  {
    id: 'loss',
    section: '4.2.1',
    name: { en: 'Two loss functions', 'zh-Hans': '两种损失函数' },
    room: { oneColumn: 'max(80rem + 3cqi, 44rem + 146cqi)', sideBySide: 'min(25.5rem + 50cqi, 53rem)' },
  },
  {
    id: 'mini-batch',
    section: '4.2.3',
    name: { en: 'The loss of a mini-batch', 'zh-Hans': 'mini-batch 的损失' },
    room: { oneColumn: 'max(90rem - 54cqi, 57rem + 82cqi)', sideBySide: 'min(31.5rem + 36cqi, 50rem + 1cqi)' },
  },
  {
    id: 'why-loss',
    section: '4.2.5',
    name: { en: 'Loss and accuracy', 'zh-Hans': '损失与精度' },
    room: { oneColumn: 'calc(69.5rem + 96cqi)', sideBySide: 'min(29rem + 50cqi, 56.5rem)' },
  },
  {
    id: 'derivative',
    section: '4.3.1',
    name: { en: 'The derivative', 'zh-Hans': '导数' },
    room: { oneColumn: 'calc(30rem + 112cqi)', sideBySide: 'min(15.5rem + 38cqi, 42.5rem)' },
    plainRoom: { oneColumn: 'calc(15.5rem + 112cqi)', sideBySide: 'min(7rem + 38cqi, 34rem)' },
  },
  {
    id: 'partial',
    section: '4.3.3',
    name: { en: 'Partial derivatives', 'zh-Hans': '偏导数' },
    room: { oneColumn: 'calc(24.5rem + 150cqi)', sideBySide: 'min(14.5rem + 42cqi, 41rem)' },
    plainRoom: { oneColumn: 'calc(10.5rem + 150cqi)', sideBySide: 'min(6rem + 42cqi, 32.5rem)' },
  },
  {
    id: 'gradient-field',
    section: '4.4',
    name: { en: 'The gradient', 'zh-Hans': '梯度' },
    room: { oneColumn: 'calc(34.5rem + 88cqi)', sideBySide: 'min(13rem + 50cqi, 39rem)' },
    plainRoom: { oneColumn: 'calc(21.5rem + 88cqi)', sideBySide: 'min(5rem + 50cqi, 30.5rem)' },
  },
  {
    id: 'descent',
    section: '4.4.1',
    name: { en: 'Gradient descent', 'zh-Hans': '梯度下降' },
    room: { oneColumn: 'calc(89rem + 52cqi)', sideBySide: '60rem' },
    plainRoom: { oneColumn: 'calc(33rem + 115cqi)', sideBySide: '37.5rem' },
  },
  {
    id: 'simple-net',
    section: '4.4.2',
    name: { en: 'The gradient of a network', 'zh-Hans': '神经网络的梯度' },
    room: { oneColumn: 'max(93.5rem + 55cqi, 60.5rem + 145cqi)', sideBySide: 'calc(64rem - 3cqi)' },
  },
  {
    id: 'training',
    section: '4.5.1',
    name: { en: 'A network learns', 'zh-Hans': '一个网络在学习' },
    room: { oneColumn: 'max(339rem - 396cqi, 283.5rem - 169cqi)', sideBySide: 'max(143.5rem, 247rem - 176cqi)' },
  },
  {
    id: 'race',
    section: '4.5.2',
    name: { en: 'Ways to the same gradient', 'zh-Hans': '求梯度的几种办法' },
    room: { oneColumn: 'calc(82.5rem + 5cqi)', sideBySide: 'max(81rem - 58cqi, 49.5rem + 2cqi)' },
  },
  {
    id: 'generalisation',
    section: '4.5.3',
    name: { en: 'Generalisation', 'zh-Hans': '泛化' },
    room: { oneColumn: 'calc(199rem + 22cqi)', sideBySide: 'min(106rem + 25cqi, 121rem + 3cqi)' },
  },
  {
    id: 'errata',
    section: '',
    name: { en: 'Mistakes you can run', 'zh-Hans': '跑一跑这些错误' },
    room: { oneColumn: 'max(208rem - 403cqi, 127rem - 82cqi)', sideBySide: 'max(50rem, 81.5rem - 55cqi)' },
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

/** Rules of CSS: the room of each figure, as --one-column and --side-by-side. */
export function roomRules(): string {
  const rule = (selector: string, { oneColumn, sideBySide }: Room) => `${selector} { --one-column: ${oneColumn}; --side-by-side: ${sideBySide}; }`;
  return (catalogue as readonly CatalogueEntry[])
    .flatMap(({ id, room, plainRoom }) => [rule(`downhill-${id}`, room), ...(plainRoom ? [rule(`downhill-${id}[plain]`, plainRoom)] : [])])
    .join('\n');
}
