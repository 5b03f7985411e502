import type { Translations } from './language.ts';

interface Mistake {
  readonly name: string;
  /** What is wrong. */
  readonly what: string;
  /** How it is noticed. */
  readonly notice: string;
}

const en = {
  caption: 'Both programs run here, on the same data. Say which one is right, or choose a mistake by its name. Switch the mistaken form off to see the right one alone.',
  list: 'Mistakes',
  right: 'Right',
  wrong: 'As in the post',
  both: 'Run the mistaken form beside the right one',
  program: (number: number) => `Program ${number}`,
  isRight: (number: number) => `Program ${number} is right`,
  pictureOf: (number: number) => `What program ${number} gives`,
  unnamed: 'Two programs, one of them right; which one is told once you have said it.',
  asked: (spotted: number, all: number) => `Which program is right? ${spotted} of ${all} spotted.`,
  spotted: 'Spotted.',
  missed: 'It was the other one.',
  named: (name: string, verdict?: string) => (verdict ? `${verdict} ${name}.` : `${name}.`),
  next: (spotted: number, all: number) => `Next (${spotted} of ${all} spotted)`,
  again: 'Begin again',
  toQuestions: 'To the questions',
  tasks: {
    all: {
      text: 'Two programs, one of them right. Which one? Spot all thirteen.',
      found: (answers: string) => `All thirteen are spotted, with ${answers} answers.`,
      hints: { 'by-hand': () => 'Work out one number by hand, and look for it in both: a shape, a sum, the first step.' },
    },
  },
  howToNotice: 'How to notice it:',
  picture: { right: 'What the right form gives', wrong: 'What the mistaken form gives' },
  numbers: 'The numbers',
  computing: (share: string) => `Both nets are learning… ${share}`,
  iteration: 'iteration',
  entry: 'entry',
  loss: 'loss',
  rows: {
    arrows: 'Arrows that are not 0',
    corner: 'Gradient at (2.25, 2.25)',
    at34: 'Gradient at (3, 4)',
    at02: 'Gradient at (0, −2)',
    end: 'Point after the last step',
    value: 'f there',
    startAfter: 'init_x after the first run',
    stored: 'Points stored',
    lastStored: 'Last point stored',
    sums: 'Sum of each row',
    loss: 'Loss',
    lossOfRow: 'Loss, against t of shape (1, N)',
    lossOfColumn: 'Loss, against t of shape (N, 1)',
    picks: 'Numbers picked by (N, 1)',
    shapeW2: 'Shape of W2',
    shape: 'Shape of its gradient',
    entries: 'Losses recorded',
    lastLoss: 'Last loss recorded',
    accuracy: 'Accuracy after the run',
    diverged: 'Diverged at iteration',
  },
  description: (name: string, what: string, rows: string) => `${name}. ${what} ${rows}`,
  row: (name: string, right: string, wrong: string | undefined) => (wrong === undefined ? `${name}: ${right}.` : `${name}: right ${right}, mistaken ${wrong}.`),
  mistakes: {
    'label-shape': {
      name: 'Labels of two dimensions',
      what: 'Integer labels that have two dimensions broadcast: of shape (1, N) they pick the right numbers by luck, of shape (N, 1) they pick every label’s column from every row.',
      notice: 'Count what was picked: a batch of N samples gives N numbers, not N².',
    },
    quiver: {
      name: 'One gradient for all points',
      what: 'The batch version takes all X for one point of 324 coordinates and all Y for another, and f reads only the first two of each. So 322 of the 324 arrows are 0, and the picture shown cannot come from the listing.',
      notice: 'Look at a point whose gradient you know: at (2.25, 2.25) it must be (4.5, 4.5).',
    },
    'integer-gradient': {
      name: 'Integers swallow h',
      what: 'Written into an array of integers, x + h and x − h are cut off towards 0. At 3 that leaves 3 and 2: the difference of a whole step, divided by 2h = 0.0002. The gradient is thousands of times too long (only at 0 do both fall on the same integer).',
      notice: 'Not by the arrows, which are scaled to fit: print the numbers, and compare one with the exact derivative.',
    },
    'crossed-update': {
      name: 'x₁ computed from x₀',
      what: 'The formula is printed as x₁ ← x₀ − η ∂f/∂x₁. Each coordinate starts from its own value.',
      notice: 'Take one step by hand from (−3, 4) with η = 0.1: x₁ must go to 3.2, not to −3.8.',
    },
    'overwritten-start': {
      name: 'The start overwritten',
      what: 'x = init_x copies no array, and x −= … works in place. The first run leaves its end in the caller’s start, so the second run begins where the first one ended.',
      notice: 'Print the start after the run; or run twice and compare: the same call must give the same path.',
    },
    'missing-last-point': {
      name: 'The last point is missing',
      what: 'Each point is stored before its step, so the last one is never stored: n steps leave n points instead of n + 1.',
      notice: 'Compare the last point stored with the x that is returned. (Four steps with η = 0.25 here, so that it is seen.)',
    },
    'softmax-of-batch': {
      name: 'softmax over the whole batch',
      what: 'Maximum and sum go over the whole array. For one sample that is right; in a batch, the probabilities of all samples together sum to 1.',
      notice: 'Sum each row: every sample needs probabilities that sum to 1.',
    },
    'log-divided': {
      name: 'log divided instead of called',
      what: 'np.log/(y + delta) divides the function log by an array. Python stops at once.',
      notice: 'Run it: the message names the line. Run on a y and t whose loss you know, it is a test.',
    },
    'summed-loss': {
      name: 'The loss summed, not averaged',
      what: 'The loss is the sum over the batch, so its gradient, and every step, is 100 times too long for a batch of 100.',
      notice: 'Double the batch: the loss of a batch should hardly change. (Both curves here are means, so that they can be compared.)',
    },
    'unit-weights': {
      name: 'Initial weights too large',
      what: 'Weights drawn with standard deviation 1 send sums of 784 inputs far into the flat parts of the sigmoid, where hardly any gradient is left.',
      notice: 'Look at the first loss: with ten classes it should be near log 10 = 2.3. The curve falls all the same, only worse.',
    },
    'gradient-of-wrong-matrix': {
      name: 'The gradient of the wrong matrix',
      what: "grads['W2'] is taken with respect to W1, so it has the shape of W1, and W2 cannot be updated with it.",
      notice: 'A gradient has the shape of what it belongs to: compare the two shapes.',
    },
    'network-called': {
      name: 'The net called as a function',
      what: 'network(x, t) calls the object itself, which has no __call__. Python stops at the first iteration.',
      notice: 'Run a single iteration before you start ten thousand.',
    },
    'loss-inside-loop': {
      name: 'The loss inside the loop',
      what: 'The loss is recorded inside the loop over the four parameters: four entries an iteration, three of them of nets that are only partly updated.',
      notice: 'Count the entries: there should be one an iteration. The curve itself looks fine.',
    },
  } satisfies Record<string, Mistake>,
};

type Widened<T> = { readonly [K in keyof T]: Mistake };
export type ErrataStrings = Omit<typeof en, 'mistakes'> & { readonly mistakes: Widened<(typeof en)['mistakes']> };

const zhHans: ErrataStrings = {
  caption: '两个程序都在这里运行，用的是同样的数据。说出哪个正确，或者按名称选一个错误。关掉错误的写法，就只剩正确的。',
  list: '错误列表',
  right: '正确',
  wrong: '原文的写法',
  both: '让错误的写法也一起运行',
  program: (number) => `程序 ${number}`,
  isRight: (number) => `程序 ${number} 正确`,
  pictureOf: (number) => `程序 ${number} 的结果`,
  unnamed: '两个程序，其中一个正确；你先说是哪个，再看答案。',
  asked: (spotted, all) => `哪个程序正确？${all} 个里已找出 ${spotted} 个。`,
  spotted: '找对了。',
  missed: '正确的是另一个。',
  named: (name, verdict = '') => `${verdict}${name}。`,
  next: (spotted, all) => `下一个（${all} 个里已找出 ${spotted} 个）`,
  again: '从头再来',
  toQuestions: '去答题',
  tasks: {
    all: {
      text: '两个程序，其中一个正确。是哪个？把十三个错误全部找出来。',
      found: (answers) => `十三个全部找出，一共答了 ${answers} 次。`,
      hints: { 'by-hand': () => '手算一个数，再到两边去找：一个形状、一个和，或者第一步。' },
    },
  },
  howToNotice: '怎样发现它：',
  picture: { right: '正确写法的结果', wrong: '错误写法的结果' },
  numbers: '数值',
  computing: (share) => `两个网络正在学习…… ${share}`,
  iteration: '迭代次数',
  entry: '记录序号',
  loss: '损失',
  rows: {
    arrows: '不为 0 的箭头',
    corner: '(2.25, 2.25) 处的梯度',
    at34: '(3, 4) 处的梯度',
    at02: '(0, −2) 处的梯度',
    end: '最后一步之后的点',
    value: '此处的 f',
    startAfter: '第一次运行后的 init_x',
    stored: '记下的点数',
    lastStored: '记下的最后一点',
    sums: '每行之和',
    loss: '损失',
    lossOfRow: '损失；错误的 t 形状为 (1, N)',
    lossOfColumn: '损失；错误的 t 形状为 (N, 1)',
    picks: '(N, 1) 取出几个数',
    shapeW2: 'W2 的形状',
    shape: '它的梯度的形状',
    entries: '记录的损失个数',
    lastLoss: '最后记录的损失',
    accuracy: '运行后的精度',
    diverged: '发散于第几次迭代',
  },
  description: (name, what, rows) => `${name}。${what}${rows}`,
  row: (name, right, wrong) => (wrong === undefined ? `${name}：${right}。` : `${name}：正确为 ${right}，错误为 ${wrong}。`),
  mistakes: {
    'label-shape': {
      name: '二维的标签',
      what: '整数标签如果是二维的，就会触发广播：形状 (1, N) 碰巧取对了数，形状 (N, 1) 则从每一行里取出所有标签对应的列。',
      notice: '数一数取出了几个数：N 个样本应当取出 N 个，而不是 N² 个。',
    },
    quiver: {
      name: '所有的点只求一次梯度',
      what: '批处理版本把全部 X 当作一个有 324 个坐标的点，把全部 Y 当作另一个，而 f 只读每个点的前两个坐标。于是 324 支箭头里有 322 支为 0，原文的图不可能由这段代码画出。',
      notice: '看一个你知道梯度的点：在 (2.25, 2.25) 处应为 (4.5, 4.5)。',
    },
    'integer-gradient': {
      name: '整数吞掉了 h',
      what: '写进整数数组时，x + h 和 x − h 都会朝 0 截断。在 3 处就成了 3 和 2：相差整整一步，却除以 2h = 0.0002。梯度是应有的几千倍（只有在 0 处，两者才落在同一个整数上）。',
      notice: '看箭头看不出来，因为箭头会缩放到合适的长度。要把数值打印出来，拿一个与精确导数比一比。',
    },
    'crossed-update': {
      name: '由 x₀ 得出 x₁',
      what: '公式印成了 x₁ ← x₀ − η ∂f/∂x₁。每个坐标都应当从自己出发。',
      notice: '从 (−3, 4) 出发，取 η = 0.1，手算一步：x₁ 应当变成 3.2，而不是 −3.8。',
    },
    'overwritten-start': {
      name: '起点被改写',
      what: 'x = init_x 并不复制数组，而 x −= … 是原地修改。第一次运行把终点留在了调用者的起点里，第二次便从第一次结束的地方开始。',
      notice: '运行之后打印起点；或者运行两次比一比：同样的调用应当给出同样的路径。',
    },
    'missing-last-point': {
      name: '少了最后一点',
      what: '每个点都在下降之前记下，最后的点却从未记下：n 步只留下 n 个点，而不是 n + 1 个。',
      notice: '把记下的最后一点与返回的 x 比一比。（这里只走四步，η = 0.25，以便看清。）',
    },
    'softmax-of-batch': {
      name: '对整批求 softmax',
      what: '最大值与总和都取自整个数组。只有一个样本时没有问题；换成一批，所有样本的概率加在一起才等于 1。',
      notice: '逐行求和：每个样本的概率都应当合计为 1。',
    },
    'log-divided': {
      name: 'log 被除，而不是被调用',
      what: 'np.log/(y + delta) 是用函数 log 除以一个数组，Python 会立即报错。',
      notice: '运行一下，错误信息会指出是哪一行。再用一组损失已知的 y 和 t 核对，就成了测试。',
    },
    'summed-loss': {
      name: '损失求和，没有平均',
      what: '损失是整批的总和，于是一批有 100 个样本时，梯度和每一步都是应有的 100 倍。',
      notice: '把批量加倍：一批的损失应当几乎不变。（这里两条曲线都是平均值，便于比较。）',
    },
    'unit-weights': {
      name: '初始权重太大',
      what: '标准差为 1 的权重，使 784 个输入的加权和远远落入 sigmoid 的平坦处，那里几乎没有梯度。',
      notice: '看最初的损失：十个类别时应当接近 log 10 = 2.3。曲线照样下降，只是差一些。',
    },
    'gradient-of-wrong-matrix': {
      name: '求错了矩阵的梯度',
      what: "grads['W2'] 是对 W1 求的，形状与 W1 相同，无法用来更新 W2。",
      notice: '梯度与它所属的矩阵形状相同：比一比两者的形状。',
    },
    'network-called': {
      name: '把网络当函数调用',
      what: 'network(x, t) 调用的是对象本身，而它没有 __call__。Python 在第一次迭代就会报错。',
      notice: '先跑一次迭代，再跑一万次。',
    },
    'loss-inside-loop': {
      name: '在循环里面求损失',
      what: '损失记录在遍历四组参数的循环里面：每次迭代记下四个，其中三个来自只更新了一部分的网络。',
      notice: '数一数记录的个数：每次迭代应当只有一个。单看曲线是看不出来的。',
    },
  },
};

export const errata: Translations<ErrataStrings> = { en, 'zh-Hans': zhHans };
