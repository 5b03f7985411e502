// The text of a file whose encoding nothing tells: by its mark, else UTF-8 where it is valid, else what programs of the reader's system write.

/** The text without its byte order mark; undefined for bytes that are no text. */
export function decodedText(bytes: Uint8Array): string | undefined {
  const text = textOf(bytes);
  // No text has these; a file of numbers of another kind nearly always does.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are looked for
  return text === undefined || /[\u0000-\u0008\u000e-\u001b\ufffe\uffff]/.test(text) ? undefined : text;
}

function textOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  // Digits and delimiters in UTF-16 have a 0 beside them.
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return decoded(bytes, 'utf-16le');
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return decoded(bytes, 'utf-16be');
  return decoded(bytes, 'utf-8') ?? (looksChinese(bytes) ? decoded(bytes, 'gb18030') : undefined) ?? decoded(bytes, 'windows-1252');
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What is not ASCII comes in pairs, most of them in the rows of the usual characters (GB 2312, level 1: B0 … D7): what Excel writes in Chinese. */
function looksChinese(bytes: Uint8Array): boolean {
  let [pairs, usual] = [0, 0];
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] as number;
    if (lead < 0x80) continue;
    const trail = bytes[++i] ?? 0;
    if (trail < 0xa1) return false;
    pairs++;
    if (lead >= 0xb0 && lead <= 0xd7) usual++;
  }
  return 2 * usual > pairs;
}
