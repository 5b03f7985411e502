// @ts-check
// Loads the font of the formulas before the first of them is laid out, though it stands within the style sheet: a browser turns to a font when a
// letter asks for it, and by then it may have painted the letter in another one, and moves the text. A plain script, which waits for the style sheet.
void document.fonts.load('1em "Downhill Math"');
