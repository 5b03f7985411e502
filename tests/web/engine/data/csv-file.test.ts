import { describe, expect, it } from 'vitest';
import { type CsvContent, readCsv } from '../../../../web/engine/data/csv-file.ts';
import { decodedText } from '../../../../web/engine/data/text-encoding.ts';
import { problemOf as problemIn } from '../problem.ts';

function read(text: string): CsvContent {
  const work = readCsv(text, 'own.csv');
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** [x0, x1, class] of each point. */
function pointsOf(text: string) {
  const { kind, data } = read(text);
  if (kind !== 'points') throw new Error('these are images');
  return Array.from(data.labels, (label, i) => [data.x0[i], data.x1[i], data.names[label]]);
}

const problemOf = (text: string) => problemIn(() => read(text));

const points = [
  [-1.363, -1.171, '0'],
  [1.5, 2.25, '1'],
];

describe('the same points', () => {
  it.each([
    ['with commas', '-1.363,-1.171,0\n1.5,2.25,1\n'],
    ['with names of the columns', 'x0,x1,class\n-1.363,-1.171,0\n1.5,2.25,1\n'],
    ['as Excel writes them in German', 'x0;x1;Klasse\r\n-1,363;-1,171;0\r\n1,5;2,25;1\r\n'],
    ['without a header, with decimal commas', '-1,363;-1,171;0\n1,5;2,25;1'],
    ['with tabs and decimal commas', '-1,363\t-1,171\t0\n1,5\t2,25\t1\n'],
    ['with spaces and decimal commas', '  -1,363   -1,171 0\n   1,5  2,25   1\n'],
    ['with bars', 'x|y|label\n-1.363|-1.171|0\n1.5|2.25|1\n'],
    ['with a space after each comma', 'x0, x1, class\n-1.363, -1.171, 0\n1.5, 2.25, 1\n'],
    ['with sep=', 'sep=;\r\nx0;x1;Klasse\r\n-1.363;-1.171;0\r\n1.5;2.25;1\r\n'],
    ['with sep= in quotes', '"sep=\t"\nx0\tx1\tclass\n-1.363\t-1.171\t0\n1.5\t2.25\t1\n'],
    ['with lines that end in CR', 'x0,x1,class\r-1.363,-1.171,0\r1.5,2.25,1\r'],
    ['with line ends of all kinds', 'x0,x1,class\r\n-1.363,-1.171,0\r1.5,2.25,1\n\r\n'],
    ['in quotes', '"x0","x1","class"\r\n"-1.363","-1.171","0"\r\n"1.5","2.25","1"\r\n'],
    ['with decimal commas in quotes', '"-1,363","-1,171",0\n"1,5","2,25",1\n'],
    ['with the class first', 'class,x0,x1\n0,-1.363,-1.171\n1,1.5,2.25\n'],
    ['with x1 before x0', 'x1,x0,label\n-1.171,-1.363,0\n2.25,1.5,1\n'],
    ['with y before x, and the class between', 'y,类别,x\n-1.171,0,-1.363\n2.25,1,1.5\n'],
    ['as pandas writes them', ',x0,x1,label\n0,-1.363,-1.171,0\n1,1.5,2.25,1\n'],
    ['as pandas writes them without names', ',0,1,2\n0,-1.363,-1.171,0\n1,1.5,2.25,1\n'],
    ['as pandas writes them without names or numbers of the rows', '0,1,2\n-1.363,-1.171,0\n1.5,2.25,1\n'],
    ['as R writes them', '"","x1","x2","y"\n"1",-1.363,-1.171,0\n"2",1.5,2.25,1\n'],
    ['with classes as floats', 'x1,x2,y\n-1.363,-1.171,0.0\n1.5,2.25,1.0\n'],
    ['as numpy.savetxt writes them', '# x0 x1 class\n-1.363e+00 -1.171e+00 0.000e+00\n1.5e+00 2.25e+00 1.000e+00\n'],
    ['with empty rows at the end', 'x0,x1,class\n-1.363,-1.171,0\n1.5,2.25,1\n,,\n,,\n\n'],
    ['with a delimiter at the end of each row', 'x0;x1;class;\n-1.363;-1.171;0;\n1.5;2.25;1;\n'],
    ['with comments', '# measured in May\nx0,x1,class\n-1.363,-1.171,0\n# a pause\n1.5,2.25,1\n'],
    ['with true minus signs', 'x0,x1,class\n−1.363,−1.171,0\n1.5,2.25,1\n'],
    ['with full-width digits', 'x0,x1,class\n－1.363,－1.171,０\n１.５,2.25,１\n'],
  ])('are read %s', (_, text) => expect(pointsOf(text)).toEqual(points));

  const text = 'x0,x1,class\n-1.363,-1.171,0\n1.5,2.25,1\n';
  const utf16 = (little: boolean, mark: boolean) => {
    const all = (mark ? '\uFEFF' : '') + text;
    const bytes = new Uint8Array(2 * all.length);
    for (let i = 0; i < all.length; i++) new DataView(bytes.buffer).setUint16(2 * i, all.charCodeAt(i), little);
    return bytes;
  };
  it.each([
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${text}`)],
    ['UTF-16, little-endian', utf16(true, true)],
    ['UTF-16, big-endian', utf16(false, true)],
    ['UTF-16 without a mark, little-endian', utf16(true, false)],
    ['UTF-16 without a mark, big-endian', utf16(false, false)],
  ])('are read in %s', (_, bytes) => expect(pointsOf(decodedText(bytes) ?? '')).toEqual(points));
});

describe('classes', () => {
  const named = (first: string, second: string) => read(`x0,x1,class\n1,2,${first}\n3,4,${second}\n5,6,${first}\n`).data;
  it('are in the order of their numbers, and keep these', () => {
    expect(named('1', '-1')).toMatchObject({ names: ['-1', '1'], labels: Uint8Array.of(1, 0, 1) });
    expect(named('10', '9').names).toEqual(['9', '10']);
    expect(named('+1', '−1').names).toEqual(['-1', '1']);
  });
  it('have names, in the order of these', () => {
    expect(named('versicolor', 'setosa')).toMatchObject({ names: ['setosa', 'versicolor'], labels: Uint8Array.of(1, 0, 1) });
    expect(named('"a, b"', '"c ""d"""').names).toEqual(['a, b', 'c "d"']);
  });
  it('are found where there are names, wherever these stand', () => {
    expect(pointsOf('kind of flower,a,b\nrose,1,2\nlily,3,4\n')).toEqual([
      [1, 2, 'rose'],
      [3, 4, 'lily'],
    ]);
  });
});

it('values keep all their digits', () => {
  expect(pointsOf('lat,lon,class\n35.68952,139.69171,0\n35.68957,139.69143,1\n')).toEqual([
    [35.68952, 139.69171, '0'],
    [35.68957, 139.69143, '1'],
  ]);
});

describe('nothing is guessed and no row is left out:', () => {
  it.each([
    ['hello', { code: 'no table' }],
    ['x0,x1,class\n', { code: 'no table' }],
    ['sep=;\nx0;x1;class\n', { code: 'no table' }],
    ['1,2\n3,4\n', { code: 'columns unclear', header: ['1', '2'] }],
    ['a,b,c,class\n1,2,3,0\n4,5,6,1\n', { code: 'columns unclear', header: ['a', 'b', 'c', 'class'] }],
    ['id,x,label\n1,2,0\n2,3,1\n', { code: 'columns unclear' }],
    ['x0,x1,class\n1,2,0\n3,4\n5,6,1\n', { code: 'number of fields', line: 3, text: '3,4', expected: 3, found: 2 }],
    ['x0,x1,class\n1,2,0\n3,4,1,5\n', { code: 'number of fields', line: 3, found: 4 }],
    ['x0,x1,class\n1,2,0\n\n3,one,1\n', { code: 'no number', line: 4, text: '3,one,1', column: 'x1', value: 'one' }],
    ['1,2,0\n3,NaN,1\n', { code: 'no number', line: 2, column: '2', value: 'NaN' }],
    ['1,2,0\n3,0x10,1\n', { code: 'no number', value: '0x10' }],
    ['x0,x1,class\n1,,0\n3,4,1\n', { code: 'number missing', line: 2, column: 'x1' }],
    ['x0,x1,class\n1,2,0\n3,4,\n', { code: 'class missing', line: 3, column: 'class' }],
    ['1,2,0.5\n3,4,0.75\n', { code: 'no class', line: 1, value: '0.5' }],
    ['1e308,2,0\n3,4,1\n', { code: 'too far', line: 1, value: '1e308' }],
    ['x0;x1;class\n1.234,5;2,0;0\n3,0;4,0;1\n', { code: 'thousands', line: 2, value: '1.234,5' }],
    ['x0;x1;class\n3,0;4,0;1\n1 234,5;2,0;0\n', { code: 'thousands', line: 3, value: '1 234,5' }],
    ['x0,x1,class\n"1,234","2,345",0\n"3,456","4,567",1\n', { code: 'thousands', line: 2, value: '1,234' }],
    ['x0;x1;class\n1.5;2;0\n2;1,5;1\n', { code: 'mixed decimals', line: 3, otherLine: 2 }],
    ['x0,x1,class\n1,2,"a\n3,4,b\n', { code: 'open quote', line: 2 }],
    ['# x0,x1,class\n"1\n2",3,0\n4,five,1\n', { code: 'no number', line: 2 }],
  ])('%j', (text, problem) => expect(problemOf(text)).toMatchObject({ file: 'own.csv', ...problem }));

  it('lines are counted in the file, through comments and quoted line ends', () => {
    expect(problemOf('#\nx0,x1,class\n1,2,"a\nb"\n\n3,4,c\n5,six,d\n')).toMatchObject({ code: 'no number', line: 7, text: '5,six,d' });
  });
});

describe('a table of images', () => {
  const pixels = Array.from({ length: 16 }, (_, i) => i);
  const images = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 4, 0, 0, 0, 4, ...pixels, ...pixels.map((pixel) => 255 - pixel)];
  const rows = [pixels, pixels.map((pixel) => 255 - pixel)];
  const header = pixels.map((pixel) => `pixel${pixel}`);
  it.each([
    [
      'label first',
      [
        ['label', ...header],
        ['7', ...rows[0]!],
        ['3', ...rows[1]!],
      ],
    ],
    [
      'label last',
      [
        [...header, 'class'],
        [...rows[0]!, '7'],
        [...rows[1]!, '3'],
      ],
    ],
    [
      'rows and columns in the names',
      [
        ['label', ...pixels.map((i) => `${1 + (i >> 2)}x${1 + (i % 4)}`)],
        ['7', ...rows[0]!],
        ['3', ...rows[1]!],
      ],
    ],
    [
      'the numbers of the rows before it',
      [
        ['', 'label', ...header],
        ['0', '7', ...rows[0]!],
        ['1', '3', ...rows[1]!],
      ],
    ],
  ])('with the %s', (_, table) => {
    const { kind, data } = read(`${table.map((row) => row.join(',')).join('\n')}\n`);
    expect(kind).toBe('images');
    expect(data).toMatchObject({ names: ['3', '7'], labels: Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 2, 1, 0) });
    expect([...(data as { images: Uint8Array }).images]).toEqual(images);
  });

  it('without names has the label where the corner of the images is not', () => {
    const image = (label: number, i: number) => [label, ...pixels.map((k) => (k < 15 ? k + i : 0))].join(',');
    expect(read([image(4, 0), image(2, 1), image(4, 2)].join('\n')).data.names).toEqual(['2', '4']);
    const last = (label: number, i: number) => [...pixels.map((k) => (k > 0 ? k + i : 0)), label].join(',');
    expect(read([last(4, 0), last(2, 1), last(4, 2)].join('\n')).data.names).toEqual(['2', '4']);
  });

  it('may have pixels from 0 to 1', () => {
    const row = (label: string, ...values: number[]) => [label, ...pixels.map((i) => values[i % values.length])].join(',');
    const { data } = read(`label,${header}\n${row('a', 0, 1)}\n${row('b', 0.2, 0.50196, 1, 0)}\n`);
    expect([...(data as { images: Uint8Array }).images.slice(16, 18)]).toEqual([0, 255]);
    expect([...(data as { images: Uint8Array }).images.slice(32, 36)]).toEqual([51, 128, 255, 0]);
  });

  it('need not be square if its names say so', () => {
    const names = Array.from({ length: 18 }, (_, i) => `${1 + Math.floor(i / 6)}x${1 + (i % 6)}`);
    const { data } = read(`label,${names}\n1,${names.map((_, i) => i)}\n2,${names.map((_, i) => i)}\n`);
    expect([...(data as { images: Uint8Array }).images.slice(8, 16)]).toEqual([0, 0, 0, 3, 0, 0, 0, 6]);
  });

  it.each([
    ['256', '256'],
    ['-1', '-1'],
    ['12.5', '12.5'],
    ['', ''],
    ['x', 'x'],
  ])('does not have the pixel “%s”', (given, value) => {
    const row = (label: number, first: string) => [label, first, ...pixels.slice(1).map(() => 200)].join(',');
    expect(problemOf(`label,${header}\n${row(1, '0')}\n${row(2, given)}\n`)).toMatchObject({ code: 'no pixel', line: 3, column: 'pixel0', value });
  });

  it('of a number of pixels that makes no square is not guessed', () => {
    const names = Array.from({ length: 20 }, (_, i) => `pixel${i}`);
    expect(problemOf(`label,${names}\n1,${names.map(() => 3)}\n2,${names.map(() => 4)}\n`)).toMatchObject({ code: 'columns unclear' });
  });
});

describe('text of a file', () => {
  it('in the encodings of Windows is told from UTF-8', () => {
    expect(decodedText(Uint8Array.of(0x4c, 0xe4, 0x6e, 0x67, 0x65))).toBe('Länge');
    expect(decodedText(Uint8Array.of(0x47, 0x72, 0xf6, 0xdf, 0x65))).toBe('Größe');
    expect(decodedText(Uint8Array.of(0xc0, 0xe0, 0xb1, 0xf0))).toBe('类别');
    expect(decodedText(new TextEncoder().encode('类别, Größe'))).toBe('类别, Größe');
  });
  it('is not found in a picture', () => expect(decodedText(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).toBeUndefined());
});

it('a line far down a long table is named by its number', () => {
  expect(problemOf(`${'1,2,0\n'.repeat(100_000)}3,x,1\n`)).toMatchObject({ code: 'no number', line: 100_001, text: '3,x,1' });
});
