import type { Translations } from './language.ts';
import { counted, plural } from './plural.ts';

// What is said of files that a reader brings. A file without a name is the text that the reader has written into the page.

/** What may be known of a problem; each has some of these. */
export interface FileFacts {
  readonly file: string;
  readonly files: readonly string[];
  readonly kind: keyof typeof enKinds;
  readonly unpacked: boolean;
  readonly most: number;
  readonly fewest: number;
  /** A count, or what a file says. */
  readonly found: number | string;
  readonly expected: number | string;
  readonly images: number;
  readonly labels: number;
  readonly train: string;
  readonly test: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly rows: number;
  readonly columns: number;
  readonly header: readonly string[];
  readonly inputs: number;
  readonly hidden: number;
  readonly classes: number;
  readonly dataInputs: number;
  readonly dataClasses: number;
  readonly dataNames: readonly string[];
  readonly line: number;
  readonly text: string;
  readonly otherLine: number;
  readonly otherText: string;
  readonly column: string;
  readonly value: string;
  readonly array: string;
}

/** Lets the words of a problem say which facts they use. */
type Words<Codes extends string> = Readonly<Record<Codes, (facts: FileFacts) => string>>;
const wordsOf = <Codes extends string>(words: Words<Codes>) => words;

const told = (found: number | string) => (typeof found === 'number' ? counted(found) : found);
const mebibytes = (bytes: number) => `${Math.round(bytes / 1_048_576)} MiB`;

const enKinds = {
  picture: 'a picture',
  workbook: 'a workbook of a spreadsheet; save it as CSV there',
  zip: 'a ZIP archive; unpack it first',
  pdf: 'a PDF',
  npy: 'a single array of NumPy; save W1, b1, W2 and b2 together with numpy.savez',
  binary: 'in a form that is not known here',
};
const enName = (file: string) => (file === '' ? 'the points' : file);
const enLine = ({ file, line, text }: { file: string; line: number; text: string }) => `Line ${line} of ${enName(file)} (“${text}”)`;
/** A column has a name or a number. */
const enColumn = (column: string) => (/^\d+$/.test(column) ? `column ${column}` : `column “${column}”`);

const en = {
  problems: wordsOf({
    unreadable: ({ file }) => `${file} could not be read: it is a folder, or it has been moved.`,
    empty: ({ file }) => `${file} is empty.`,
    'too large': ({ file, most, unpacked }) => `${file} ${unpacked ? 'unpacks to more than' : 'has more than'} ${mebibytes(most)}; that is the limit.`,
    'damaged gzip': ({ file }) => `${file} is a damaged gzip file, or it is cut short.`,
    'other kind': ({ file, kind }) => `${file} is ${enKinds[kind]}. What can be used: points as CSV, images as CSV or IDX files, a net that was saved here.`,
    'no set': ({ files }) =>
      `These files do not belong together: ${files.join(', ')}. What can be used: images and labels as two IDX files, four with a set to test on, or one or two CSV files.`,
    'wrong type': ({ file, found }) => `${file} holds values of type ${found}; unsigned bytes (8) are needed.`,
    'wrong rank': ({ file, found }) => `${file} is ${found}-dimensional; images have 3 dimensions, labels 1.`,
    'no items': ({ file }) => `${file} holds nothing: one of the sizes at its beginning is 0.`,
    'wrong length': ({ file, found, expected }) => `${file} has ${told(found)} bytes; by its header it should have ${told(expected)}.`,
    'no labels': ({ files }) => `There are images alone (${files.join(', ')}); the labels are missing. Choose both files together.`,
    'no images': ({ files }) => `There are labels alone (${files.join(', ')}); the images are missing. Choose both files together.`,
    'counts differ': ({ files: [imageFile, labelFile], images, labels }) => `${imageFile} has ${plural(images, 'image')}, but ${labelFile} has ${plural(labels, 'label')}.`,
    'pairs unclear': ({ files }) => `It is unclear which of these files are to learn from and which to test on: ${files.join(', ')}. Put “train” and “test” into their names.`,
    'shapes differ': ({ files: [trainFile, testFile], train, test }) => `The images in ${trainFile} have ${train} pixels, those in ${testFile} ${test}.`,
    'too few': ({ file, found, fewest }) => `${file} has ${plural(found, 'sample')}; at least ${fewest} are needed, to learn from and to test on.`,
    'one class': ({ file, name }) => `All of ${file} belongs to one class, ${name}; there is nothing to tell apart.`,
    'too many pixels': ({ file, rows, columns, most }) =>
      `The images in ${file} have ${rows} × ${columns} pixels; at most ${counted(most)} in all can be used, 256 × 256 for example.`,
    'too many weights': ({ file, inputs, hidden, found, most }) =>
      `${plural(inputs, 'pixel')} in ${file} and ${plural(hidden, 'hidden unit')} make ${told(found)} parameters; at most ${counted(most)} are possible. Take fewer hidden units or smaller images.`,
    'no table': ({ file }) => `There are no points in ${file === '' ? 'this text' : file}: no line has two numbers and a class.`,
    'columns unclear': ({ file, header }) =>
      `It is unclear which columns of ${enName(file)} are meant: there are ${header.length}${header.length > 0 ? `, “${header.slice(0, 6).join('”, “')}”${header.length > 6 ? '…' : ''}` : ''}. Points have three: x0, x1 and class. Images have a label and as many pixels as make a square.`,
    'number of fields': (problem) => `${enLine(problem)} has ${plural(problem.found, 'field')}; the other lines have ${problem.expected}.`,
    'no number': (problem) => `${enLine(problem)}: “${problem.value}” in ${enColumn(problem.column)} is not a number.`,
    'number missing': (problem) => `${enLine(problem)}: there is no number in ${enColumn(problem.column)}.`,
    thousands: (problem) => `${enLine(problem)}: “${problem.value}” in ${enColumn(problem.column)} seems to have separators between thousands. Write numbers without them: 1234.5.`,
    'too far': (problem) => `${enLine(problem)}: “${problem.value}” in ${enColumn(problem.column)} is too large; at most 1e30 can be used.`,
    'no pixel': (problem) => `${enLine(problem)}: “${problem.value}” in ${enColumn(problem.column)} is not a pixel; pixels are whole numbers from 0 to 255.`,
    'class missing': (problem) => `${enLine(problem)}: there is no class in ${enColumn(problem.column)}.`,
    'no class': (problem) => `${enLine(problem)}: “${problem.value}” in ${enColumn(problem.column)} is not a class; a class is a whole number or a name.`,
    'mixed decimals': (problem) =>
      `${enLine(problem)} and line ${problem.otherLine} (“${problem.otherText}”) have different decimal signs, a comma and a point. Write all numbers in one way.`,
    'open quote': (problem) => `${enLine(problem)}: a quotation mark is opened and not closed, or stands within a field.`,
    'too many points': ({ file, found, most }) => `${file === '' ? 'There are' : `${file} has`} ${plural(found, 'point')}; at most ${counted(most)} can be used.`,
    'too many classes': ({ file, found, most, names }) =>
      `${file === '' ? 'There are' : `${file} has`} ${told(found)} classes (${names.join(', ')}…); at most ${counted(most)} can be used.`,
    'damaged net': ({ file }) => `${file} is damaged, or it is not a net that was saved here.`,
    'array missing': ({ file, array }) => `${file} is not a net: it has no ${array}. A net has W1, b1, W2 and b2.`,
    'array type': ({ file, array, found }) => `${array} in ${file} has type ${found}; float32 or float64 is needed.`,
    'array shape': ({ file, array, found, expected }) => `${array} in ${file} has shape ${found}; ${expected} is needed.`,
    'array value': ({ file, array }) => `${array} in ${file} holds a value that is not a finite number.`,
    'no activation': ({ file }) =>
      `${file} does not say which activation its net has. Add it to the file, beside W1, b1, W2 and b2, under the name activation: sigmoid, relu or tanh.`,
    activation: ({ file, found }) => `${file} names the activation “${found}”; sigmoid, relu and tanh are known here.`,
    output: ({ file, found }) => `The net in ${file} has the output “${found}”; only softmax can be used here.`,
    'class names': ({ file, found, expected }) => `The classes in ${file} are ${found}; the net needs ${expected} names, one for each output.`,
    'pixel scale': ({ file, found }) => `${file} says that a pixel of ${found} is full ink; a whole number from 1 to 255 is needed.`,
    'other data': ({ file, inputs, classes, dataInputs, dataClasses }) =>
      `The net in ${file} has ${plural(inputs, 'input')} and ${plural(classes, 'class', 'classes')}; the data chosen here have ${counted(dataInputs)} and ${dataClasses}. First choose the data that it has learnt from.`,
    'other classes': ({ file, names, dataNames }) =>
      `The net in ${file} tells ${names.join(', ')} apart, in this order; the data chosen here have ${dataNames.join(', ')}. First choose the data that it has learnt from.`,
  }),
  kept: 'What was there before goes on.',
  reading: (files: string) => `Reading ${files}…`,
  took: {
    points: (file: string, count: number, classes: string) => `${plural(count, 'point')} from ${file}; classes: ${classes}.`,
    images: (file: string, train: number, test: number | undefined, rows: number, columns: number, classes: number) =>
      `${plural(train, 'image')} of ${rows} × ${columns} pixels from ${file}${test === undefined ? '' : `, and ${counted(test)} to test on`}; ${plural(classes, 'class', 'classes')}.`,
    net: (file: string, inputs: number, hidden: number, classes: number, taken?: string) =>
      `The net in ${file} (${inputs}-${hidden}-${classes}) is open; Learn goes on with it.${taken ? ` The file does not say its activation: ${taken} is taken, as it was set here. If it was another, choose that, then open the file again.` : ''}`,
  },
  open: 'Open files: your own data, or a net that was saved',
  scale: 'The pixel value that is full ink',
  scaleSaid: (scale: number) => `Pixels go from 0 to ${scale}: the net gets each divided by ${scale}.`,
  upright: 'Turn the images upright (EMNIST’s lie on their side)',
};

export type FilesStrings = typeof en;

const zhKinds = {
  picture: '一张图片',
  workbook: '电子表格的工作簿，请在那里另存为 CSV',
  zip: '一个 ZIP 压缩包，请先解压',
  pdf: '一个 PDF',
  npy: 'NumPy 的单个数组；请用 numpy.savez 把 W1、b1、W2、b2 存在一起',
  binary: '这里不认识的格式',
};
const zhIn = (file: string) => (file === '' ? '' : `${file} 中`);
const zhLine = ({ file, line, text }: { file: string; line: number; text: string }) => `${file === '' ? '' : `${file} `}第 ${line} 行（“${text}”）`;
const zhColumn = (column: string) => (/^\d+$/.test(column) ? `第 ${column} 列` : `“${column}”列`);

const zhHans: FilesStrings = {
  problems: {
    unreadable: ({ file }) => `无法读取 ${file}：它是一个文件夹，或者已被移走。`,
    empty: ({ file }) => `${file} 是空的。`,
    'too large': ({ file, most, unpacked }) => `${file} ${unpacked ? '解压后超过' : '超过'} ${mebibytes(most)}，这是上限。`,
    'damaged gzip': ({ file }) => `${file} 是损坏的或不完整的 gzip 文件。`,
    'other kind': ({ file, kind }) => `${file} 是${zhKinds[kind]}。可以使用的有：CSV 格式的点，CSV 或 IDX 格式的图像，以及在这里保存的网络。`,
    'no set': ({ files }) => `这些文件合在一起不成一组数据：${files.join('、')}。可以使用的有：图像和标签两个 IDX 文件，连同测试数据共四个，或者一个或两个 CSV 文件。`,
    'wrong type': ({ file, found }) => `${file} 中值的类型是 ${found}，需要无符号字节（8）。`,
    'wrong rank': ({ file, found }) => `${file} 有 ${found} 维；图像应为 3 维，标签应为 1 维。`,
    'no items': ({ file }) => `${file} 里什么也没有：文件头中的大小有一个是 0。`,
    'wrong length': ({ file, found, expected }) => `${file} 有 ${told(found)} 字节，按文件头应有 ${told(expected)} 字节。`,
    'no labels': ({ files }) => `只有图像（${files.join('、')}），缺少标签。请把两个文件一起选中。`,
    'no images': ({ files }) => `只有标签（${files.join('、')}），缺少图像。请把两个文件一起选中。`,
    'counts differ': ({ files: [imageFile, labelFile], images, labels }) => `${imageFile} 中有 ${counted(images)} 张图像，${labelFile} 中却有 ${counted(labels)} 个标签。`,
    'pairs unclear': ({ files }) => `看不出这些文件中哪些用于学习、哪些用于测试：${files.join('、')}。请在文件名中写上 train 和 test。`,
    'shapes differ': ({ files: [trainFile, testFile], train, test }) => `${trainFile} 中的图像是 ${train} 像素，${testFile} 中的却是 ${test}。`,
    'too few': ({ file, found, fewest }) => `${file} 只有 ${told(found)} 个样本；既要学习又要测试，至少需要 ${fewest} 个。`,
    'one class': ({ file, name }) => `${file} 全部属于同一个类别 ${name}，没有什么可以区分。`,
    'too many pixels': ({ file, rows, columns, most }) => `${file} 中的图像有 ${rows} × ${columns} 像素；总共最多能用 ${counted(most)} 个，例如 256 × 256。`,
    'too many weights': ({ file, inputs, hidden, found, most }) =>
      `${file} 的 ${counted(inputs)} 个像素和 ${counted(hidden)} 个隐藏单元需要 ${told(found)} 个参数，最多只能有 ${counted(most)} 个。请减少隐藏单元，或者换小一些的图像。`,
    'no table': ({ file }) => `${file === '' ? '这段文字' : `${file} `}里没有点：没有一行是两个数加一个类别。`,
    'columns unclear': ({ file, header }) =>
      `看不出${file === '' ? '这些点' : ` ${file} `}的各列是什么：共有 ${header.length} 列${header.length > 0 ? `：“${header.slice(0, 6).join('”、“')}”${header.length > 6 ? '……' : ''}` : ''}。点应有三列：x0、x1 和类别；图像应有一列标签，像素的个数应能排成正方形。`,
    'number of fields': (problem) => `${zhLine(problem)}有 ${problem.found} 项，其他行有 ${problem.expected} 项。`,
    'no number': (problem) => `${zhLine(problem)}：${zhColumn(problem.column)}的“${problem.value}”不是数。`,
    'number missing': (problem) => `${zhLine(problem)}：${zhColumn(problem.column)}没有数。`,
    thousands: (problem) => `${zhLine(problem)}：${zhColumn(problem.column)}的“${problem.value}”似乎带有千位分隔符。请去掉它，写成 1234.5。`,
    'too far': (problem) => `${zhLine(problem)}：${zhColumn(problem.column)}的“${problem.value}”太大，最大只能用 1e30。`,
    'no pixel': (problem) => `${zhLine(problem)}：${zhColumn(problem.column)}的“${problem.value}”不是像素；像素应是 0 到 255 的整数。`,
    'class missing': (problem) => `${zhLine(problem)}：${zhColumn(problem.column)}没有类别。`,
    'no class': (problem) => `${zhLine(problem)}：${zhColumn(problem.column)}的“${problem.value}”不是类别；类别应是整数或名称。`,
    'mixed decimals': (problem) => `${zhLine(problem)}的小数点与第 ${problem.otherLine} 行（“${problem.otherText}”）不同：一处用逗号，一处用点。请统一写法。`,
    'open quote': (problem) => `${zhLine(problem)}：有引号没有配对，或者引号出现在一项的中间。`,
    'too many points': ({ file, found, most }) => `${zhIn(file)}共有 ${told(found)} 个点，最多只能用 ${counted(most)} 个。`,
    'too many classes': ({ file, found, most, names }) => `${zhIn(file)}共有 ${told(found)} 个类别（${names.join('、')}……），最多只能用 ${counted(most)} 个。`,
    'damaged net': ({ file }) => `${file} 已损坏，或者不是在这里保存的网络。`,
    'array missing': ({ file, array }) => `${file} 不是网络：其中没有 ${array}。网络应有 W1、b1、W2 和 b2。`,
    'array type': ({ file, array, found }) => `${file} 中 ${array} 的类型是 ${found}，需要 float32 或 float64。`,
    'array shape': ({ file, array, found, expected }) => `${file} 中 ${array} 的形状是 ${found}，需要 ${expected}。`,
    'array value': ({ file, array }) => `${file} 的 ${array} 中有不是有限数的值。`,
    'no activation': ({ file }) => `${file} 没有说明网络的激活函数。请在其中与 W1、b1、W2、b2 并列写上 activation：sigmoid、relu 或 tanh。`,
    activation: ({ file, found }) => `${file} 中的激活函数是“${found}”；这里只认识 sigmoid、relu 和 tanh。`,
    output: ({ file, found }) => `${file} 中网络的输出函数是“${found}”；这里只能用 softmax。`,
    'class names': ({ file, found, expected }) => `${file} 中的类别名称是 ${found}；网络需要 ${expected} 个名称，每个输出一个。`,
    'pixel scale': ({ file, found }) => `${file} 中表示全黑的像素值是 ${found}；应为 1 到 255 的整数。`,
    'other data': ({ file, inputs, classes, dataInputs, dataClasses }) =>
      `${file} 中的网络有 ${counted(inputs)} 个输入、${classes} 个类别；现在选的数据却有 ${counted(dataInputs)} 个和 ${dataClasses} 个。请先选它学习时用的数据。`,
    'other classes': ({ file, names, dataNames }) => `${file} 中的网络依次区分 ${names.join('、')}；现在选的数据却是 ${dataNames.join('、')}。请先选它学习时用的数据。`,
  },
  kept: '原来的照常进行。',
  reading: (files) => `正在读取 ${files}……`,
  took: {
    points: (file, count, classes) => `从 ${file} 读到 ${counted(count)} 个点；类别：${classes}。`,
    images: (file, train, test, rows, columns, classes) =>
      `从 ${file} 读到 ${counted(train)} 张 ${rows} × ${columns} 像素的图像${test === undefined ? '' : `，另有 ${counted(test)} 张用于测试`}；共 ${classes} 个类别。`,
    net: (file, inputs, hidden, classes, taken) =>
      `${file} 中的网络（${inputs}-${hidden}-${classes}）已打开，按“开始学习”接着训练。${taken ? `文件没有说明激活函数，这里沿用当前所选的 ${taken}。如果不是它，请先选好，再重新打开文件。` : ''}`,
  },
  open: '打开文件：自己的数据，或者保存过的网络',
  scale: '表示全黑的像素值',
  scaleSaid: (scale) => `像素从 0 到 ${scale}：各除以 ${scale} 之后交给网络。`,
  upright: '把图像转正（EMNIST 的图像是横躺的）',
};

export const files: Translations<FilesStrings> = { en, 'zh-Hans': zhHans };
