import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { TooLarge, unpack } from '../../../../web/engine/data/unpack.ts';
import { joined } from '../idx-bytes.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const packed = (content: string | Uint8Array) => new Uint8Array(gzipSync(content));
const plenty = 1 << 24;

describe('gzip is unpacked as gzip -d does:', () => {
  it('one member', async () => expect(text(await unpack(packed('one'), plenty))).toBe('one'));
  it('members one after the other, also of nothing', async () => {
    const parts = joined(packed('one '), packed(''), packed('two '), packed('three'));
    expect(text(await unpack(parts, plenty))).toBe('one two three');
  });
  it('a member that ends where the buffer does', async () => {
    const whole = Uint8Array.from({ length: 1 << 18 }, (_, i) => i % 251);
    expect(Buffer.compare(await unpack(joined(packed(whole), packed(whole)), plenty), joined(whole, whole))).toBe(0);
  });
  it('as many members as bytes', async () => {
    const member = packed('x');
    expect(text(await unpack(joined(...Array.from({ length: 3000 }, () => member)), plenty))).toBe('x'.repeat(3000));
  });
  it('with zeros behind, or anything else that is no member', async () => {
    expect(text(await unpack(joined(packed('one'), new Uint8Array(512)), plenty))).toBe('one');
    expect(text(await unpack(joined(packed('one'), Uint8Array.of(7, 31, 139)), plenty))).toBe('one');
  });
  it('with the name of the file in its header', async () => {
    const plain = packed('named');
    const named = joined(plain.slice(0, 3), Uint8Array.of(8), plain.slice(4, 10), new TextEncoder().encode('name.txt\0'), plain.slice(10));
    expect(text(await unpack(named, plenty))).toBe('named');
  });
});

describe('gzip is refused', () => {
  it('where it is cut short, in any member', async () => {
    await expect(unpack(packed('one').slice(0, -6), plenty)).rejects.toThrow(TypeError);
    await expect(unpack(joined(packed('one'), packed('two').slice(0, -1)), plenty)).rejects.toThrow(TypeError);
  });
  it('where a checksum is wrong', async () => {
    const bytes = packed('one');
    bytes[bytes.length - 8] = (bytes.at(-8) ?? 0) ^ 1;
    await expect(unpack(joined(packed('zero'), bytes), plenty)).rejects.toThrow(TypeError);
  });
  it('as soon as more comes out than is allowed', async () => {
    const bomb = packed(new Uint8Array(5_000_000));
    expect(bomb.length).toBeLessThan(10_000);
    await expect(unpack(bomb, 1_000_000)).rejects.toThrow(TooLarge);
    // What would come after the limit is not looked at.
    await expect(unpack(bomb.slice(0, -8), 1_000_000)).rejects.toThrow(TooLarge);
  });
});
