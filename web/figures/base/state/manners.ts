/** Attributes by which a page asks how it wants a figure, beside its state: the stage alone, and with the question. */
export const manners = ['plain', 'question'] as const;
export type Manner = (typeof manners)[number];
