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
  /** The room without controls, where a page asks for that (`plain`). */
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
    room: { oneColumn: 'calc(41rem + min(20rem, 96cqi))', sideBySide: 'calc(max(27rem, min(100cqi - 18rem, 36rem, 80vh)) + 9.5rem)' },
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
    room: { oneColumn: 'calc(35rem + 106cqi)', sideBySide: 'calc(17.5rem + min(42cqi, 27rem, 56vh))' },
  },
  {
    id: 'mini-batch',
    section: '4.2.3',
    name: { en: 'The loss of a mini-batch', 'zh-Hans': 'mini-batch 的损失' },
    room: { oneColumn: 'calc(32rem + 112cqi)', sideBySide: 'calc(21rem + min(42cqi, 27rem, 56vh))' },
  },
  {
    id: 'why-loss',
    section: '4.2.5',
    name: { en: 'Loss and accuracy', 'zh-Hans': '损失与精度' },
    room: { oneColumn: 'calc(40.5rem + 80cqi)', sideBySide: 'calc(11rem + max(21.5rem, min(44cqi, 27rem, 56vh)))' },
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
    room: { oneColumn: '60rem', sideBySide: '44rem' },
    plainRoom: { oneColumn: '45rem', sideBySide: '32rem' },
  },
  {
    id: 'simple-net',
    section: '4.4.2',
    name: { en: 'The gradient of a network', 'zh-Hans': '神经网络的梯度' },
    room: { oneColumn: 'min(43rem + 80cqi, 70rem)', sideBySide: '37.5rem' },
  },
  {
    id: 'four-steps',
    section: '4.5',
    name: { en: 'One iteration', 'zh-Hans': '一次迭代' },
    room: { oneColumn: '58rem', sideBySide: '43rem' },
  },
  {
    id: 'training',
    section: '4.5.1',
    name: { en: 'A network learns', 'zh-Hans': '一个网络在学习' },
    room: { oneColumn: '58rem', sideBySide: '44rem' },
  },
  {
    id: 'race',
    section: '4.5.2',
    name: { en: 'Ways to the same gradient', 'zh-Hans': '求梯度的几种办法' },
    room: { oneColumn: '43rem', sideBySide: '34rem' },
  },
  {
    id: 'generalisation',
    section: '4.5.3',
    name: { en: 'Generalisation', 'zh-Hans': '泛化' },
    room: { oneColumn: '59rem', sideBySide: '41rem' },
  },
  {
    id: 'errata',
    section: '',
    name: { en: 'Mistakes you can run', 'zh-Hans': '跑一跑这些错误' },
    room: { oneColumn: '52rem', sideBySide: '39rem' },
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
