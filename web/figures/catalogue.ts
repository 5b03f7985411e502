import type { Translations } from '../i18n/language.ts';

/**
 * About the height that the stage of a figure takes once it is there, as CSS lengths: with all of it in one column, and with its parts side by side.
 * English takes more lines.
 */
export interface Room {
  readonly oneColumn: string;
  readonly sideBySide: string;
  /** What English takes more. */
  readonly english?: { readonly oneColumn?: string; readonly sideBySide?: string };
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
const [tools, question] = ['max(8.8rem, 17.9rem - 20cqi)', 'max(2.9rem, 7.1rem - 11cqi)'];

/** Every figure that there is, in the order of the chapter. */
export const catalogue = [
  {
    id: 'valleys',
    section: '0',
    name: { en: 'Four valleys', 'zh-Hans': '四个山谷' },
    room: {
      oneColumn: 'calc(13.1rem + max(0rem, 23.1rem - 100cqi) + min(85cqi, 27rem, 56vh))',
      sideBySide: 'calc(5rem + max(0rem, 11rem - 21cqi) + min(40rem, 63vh))',
      english: { oneColumn: '0.4rem', sideBySide: '0.4rem' },
    },
  },
  {
    id: 'data',
    section: '4.1',
    name: { en: 'Handwritten digits', 'zh-Hans': '手写数字' },
    room: { oneColumn: 'calc(43.3rem + max(0rem, 8.4rem - 38.6cqi))', sideBySide: 'calc(min(100cqi - 18rem, 36rem, 80vh) - 1rem)', english: { sideBySide: '0.8rem' } },
  },
  {
    id: 'network',
    section: '4.1',
    name: { en: 'A digit in the network', 'zh-Hans': '数字穿过网络' },
    room: {
      oneColumn: 'calc(34.2rem + max(0rem, 26.3rem - 128cqi) + 54cqi)',
      sideBySide: '35rem',
      english: { oneColumn: '2.1rem + max(0rem, 6.6rem - 30cqi)', sideBySide: '0.7rem' },
    },
  },
  {
    id: 'loss',
    section: '4.2.1',
    name: { en: 'Two loss functions', 'zh-Hans': '两种损失函数' },
    room: {
      oneColumn: 'calc(22.6rem + max(0rem, 9.5rem - 37cqi) + 86.6cqi)',
      sideBySide: 'calc(26rem + 10cqi)',
      english: { oneColumn: '3.3rem + max(0rem, 6.1rem - 27cqi)', sideBySide: '2.6rem' },
    },
  },
  {
    id: 'mini-batch',
    section: '4.2.3',
    name: { en: 'The loss of a mini-batch', 'zh-Hans': 'mini-batch 的损失' },
    room: {
      oneColumn: 'calc(17.9rem + max(0rem, 15.5rem - 71cqi) + min(90cqi, 36.2rem))',
      sideBySide: 'calc(24.4rem + 18.6cqi)',
      english: { oneColumn: '0.3rem + max(0rem, 4.6rem - 20cqi)', sideBySide: '0.4rem' },
    },
  },
  {
    id: 'why-loss',
    section: '4.2.5',
    name: { en: 'Loss and accuracy', 'zh-Hans': '损失与精度' },
    room: {
      oneColumn: 'calc(21.6rem + max(0rem, 13.5rem - 58cqi) + min(78cqi, 27rem, 56vh))',
      sideBySide: 'calc(0.8rem + min(44cqi, 27rem, 56vh))',
      english: { oneColumn: '2.7rem', sideBySide: 'max(0.4rem, 7.4rem - 12cqi)' },
    },
  },
  {
    id: 'derivative',
    section: '4.3.1',
    name: { en: 'The derivative', 'zh-Hans': '导数' },
    room: {
      oneColumn: 'calc(18.1rem + max(0rem, 11.9rem - 55.6cqi) + 106.4cqi)',
      sideBySide: 'calc(12.6rem + 29.3cqi)',
      english: { oneColumn: '2.1rem', sideBySide: 'max(0.4rem, 7.4rem - 12cqi)' },
    },
  },
  {
    id: 'partial',
    section: '4.3.3',
    name: { en: 'Partial derivatives', 'zh-Hans': '偏导数' },
    room: { oneColumn: 'calc(8.9rem + max(0rem, 6.7rem - 32cqi) + min(150cqi, 64rem))', sideBySide: 'calc(4.9rem + 50cqi)', english: { oneColumn: 'max(0rem, 7.1rem - 32cqi)' } },
  },
  {
    id: 'gradient-field',
    section: '4.4',
    name: { en: 'The gradient', 'zh-Hans': '梯度' },
    room: {
      oneColumn: 'calc(24rem + max(0rem, 11.2rem - 51cqi) + min(82.5cqi, 27rem, 56vh))',
      sideBySide: 'calc(3.3rem + min(48cqi, 27rem, 56vh))',
      english: { oneColumn: 'max(0rem, 10.2rem - 45cqi)', sideBySide: '0.3rem' },
    },
  },
  {
    id: 'descent',
    section: '4.4.1',
    name: { en: 'Gradient descent', 'zh-Hans': '梯度下降' },
    room: { oneColumn: 'calc(38.6rem + max(0rem, 8.7rem - 38.7cqi))', sideBySide: '27.7rem', english: { oneColumn: '1.4rem', sideBySide: 'max(1.1rem, 7.7rem - 12cqi)' } },
  },
  {
    id: 'simple-net',
    section: '4.4.2',
    name: { en: 'The gradient of a network', 'zh-Hans': '神经网络的梯度' },
    room: {
      oneColumn: 'calc(27.6rem + max(0rem, 19.8rem - 95cqi) + min(79cqi, 27rem, 56vh))',
      sideBySide: 'calc(27rem + max(0rem, 15rem - 28.7cqi))',
      english: { oneColumn: '3.3rem', sideBySide: 'max(0rem, 7.1rem - 12cqi)' },
    },
  },
  {
    id: 'four-steps',
    section: '4.5',
    name: { en: 'One iteration', 'zh-Hans': '一次迭代' },
    room: {
      oneColumn: 'calc(36.6rem + max(0rem, 30.9rem - 123cqi) + max(0rem, 67.1rem - 300cqi))',
      sideBySide: 'calc(24.9rem + clamp(0rem, 400rem - 780cqi, 8.9rem))',
      english: { sideBySide: 'clamp(0rem, 70cqi - 31.5rem, 3.2rem)' },
    },
  },
  {
    id: 'training',
    section: '4.5.1',
    name: { en: 'A network learns', 'zh-Hans': '一个网络在学习' },
    room: {
      oneColumn: 'calc(41rem + max(0rem, 33rem - 150cqi))',
      sideBySide: '34.2rem',
      english: { oneColumn: 'max(0rem, 14.3rem - 64cqi)', sideBySide: 'max(0.4rem, 8.7rem - 12cqi)' },
    },
  },
  {
    id: 'race',
    section: '4.5.2',
    name: { en: 'Ways to the same gradient', 'zh-Hans': '求梯度的几种办法' },
    room: { oneColumn: 'calc(25.7rem + max(0rem, 13.5rem - 58.5cqi))', sideBySide: '23.8rem', english: { oneColumn: 'max(0rem, 5.1rem - 23cqi)' } },
  },
  {
    id: 'generalisation',
    section: '4.5.3',
    name: { en: 'Generalisation', 'zh-Hans': '泛化' },
    room: { oneColumn: 'calc(43.5rem + max(0rem, 35rem - 150cqi))', sideBySide: '30.3rem', english: { oneColumn: 'max(0rem, 14.8rem - 66cqi)', sideBySide: '0.5rem' } },
  },
  {
    id: 'errata',
    section: '',
    name: { en: 'Mistakes you can run', 'zh-Hans': '跑一跑这些错误' },
    room: { oneColumn: 'calc(41.9rem + max(0rem, 25rem - 138cqi))', sideBySide: '24.9rem', english: { oneColumn: 'max(0rem, 9.2rem - 41cqi)' } },
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
    ...catalogue.flatMap(({ id, room }: CatalogueEntry) => {
      const { oneColumn, sideBySide, english } = room;
      const more = { oneColumn: english?.oneColumn ?? '0rem', sideBySide: english?.sideBySide ?? '0rem' };
      const rule = `downhill-${id} { --one-column: ${oneColumn}; --side-by-side: ${sideBySide}; }`;
      return english
        ? [rule, `downhill-${id}:lang(en) { --one-column: calc(${oneColumn} + ${more.oneColumn}); --side-by-side: calc(${sideBySide} + ${more.sideBySide}); }`]
        : [rule];
    }),
  ].join('\n');
}
