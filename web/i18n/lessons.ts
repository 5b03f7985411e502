import type { Translations } from './language.ts';

// What a teacher may say and ask at each figure, by its id on the page; what answers its question, for the slide; and the names of the lessons.

/** What a teacher may say at a figure, and what answers its question: shown on the slide on demand. */
export interface Notes {
  readonly say: readonly string[];
  readonly answer?: string;
}

const en = {
  names: { gradient: 'What a gradient is, 20 minutes', learning: 'How a network learns, 20 minutes' },
  notes: {
    valleys: {
      say: [
        'Before you press: in which valley will a walker from here end? Let them point. Then two starts, a hair apart, on the ridge.',
        'Press “Blind walk”, drop a walker, and let the class say which way it will go; then uncover. It sees no map, it feels the slope under its feet: that is all that a network has.',
      ],
      answer: 'halve the distance between two walkers of different colours. Four halvings from (−0.9, 1) and (0.6, 1) lead to 0.09.',
    },
    data: {
      say: [
        'Ask for the rule that makes a 5 a five. Collect two or three, then find a 5 on the wall that breaks each.',
        'The chosen digit is 784 numbers. How many of them are 0? About four of five.',
        'Let the class say which pixels they would change, one after the other, and watch the ten probabilities.',
      ],
      answer: 'go for the second most likely digit; most digits tip within 40 pixels.',
    },
    network: {
      say: [
        'Follow the light: 784 pixels, fifty hidden units, ten outputs. Which hidden unit decides, the one that answers most, or the one with the largest weight? Neither: their product does.',
        'Let the class choose a unit, and only then show the lines.',
        'Switch to the untrained net. All fifty answer about one half, whatever the digit is: that is what learning has to change.',
      ],
      answer: 'for the first digit, a 4, unit 17: it says 0.83 × 1.04.',
    },
    loss: {
      say: [
        'The digit is a 2. Compare “Takes it for a 2” with “Takes it for a 7”. Which loss gets angrier? From 0.51 to 2.30, against 0.10 to 0.60.',
        'Drag the right output to 0. Why is the loss 16.1 and not infinite? There is a δ in the logarithm.',
      ],
      answer: 'in “Takes it for a 7”, drag class 7 to 0.69 (0.55 and 1.58); in “Has no idea”, drag class 2 to 0 (0.56 and 16.1).',
    },
    'mini-batch': {
      say: [
        'A poll asks a thousand people, not a nation. How far off may it be? Draw one batch, then a thousand.',
        'Let them guess: which batch size makes the histogram half as wide? Most say 200; that gives 0.7.',
        'So why not take all? Each step would cost as much as a whole epoch.',
      ],
      answer: '400, since the width goes with 1/√n.',
    },
    'why-loss': {
      say: [
        'Move the weight a little. Accuracy: nothing. Loss: something. Which of them tells you where to go?',
        'The slope of a stair is 0 nearly everywhere, and on the edge it has none.',
      ],
      answer: 'for instance from −2.13 down to −3.93 the accuracy stays, and the loss moves by 0.1.',
    },
    derivative: {
      say: [
        'With h = 1 the line through two points is far from the tangent. Make h smaller, step by step. Ask beforehand: does smaller always mean better?',
        'Read the V: on the right the formula errs, on the left the computer.',
      ],
      answer: 'for sin(x) at 1, about 1e-5 for 64 bits, about 0.01 for 32. A lower point beside it is luck: move h a little and it is gone.',
    },
    partial: {
      say: [
        'Hold one variable, walk along the other: that cut is a curve like any other.',
        'Where is one tangent level and the other not? What does that place look like from above?',
      ],
      answer: 'anywhere on an axis but at the bottom, such as (0, 4).',
    },
    'gradient-field': {
      say: [
        'The arrows show −∇f. Why do they cross the contours at a right angle? At the ring, read its two components.',
        'Two valleys with a pass between them: one drop from the left has run to the left, one from the right to the right. And from the middle?',
      ],
      answer: 'from x0 = 0 a drop comes to rest on the pass. The gradient is 0 there, too, though it is no valley.',
    },
    descent: {
      say: [
        'At η = 0.1 every step leaves 0.8 of the way. Have a vote before each change: 0.5? 1? 1.05? What each step multiplies x by comes last.',
        'Too small is no better: type 1e-10. It does everything right and gets nowhere.',
      ],
      answer: '0.5 arrives in one step, 1 jumps for ever, 1.05 is the first on the slider that flies off. Each step multiplies x by 1 − 2η.',
    },
    'simple-net': {
      say: [
        'Six weights, six slopes. Which one matters most? Let them vote, nudge it, and only then show ∂L/∂W.',
        'Numerical and backprop agree. Which of them would you rather do for 39,760 weights?',
      ],
      answer: 'w₂₃ with −0.544. The larger input, and the class that is right: the slope is x · (y − t).',
    },
    'four-steps': {
      say: [
        'One iteration, phase by phase: mini-batch, gradient, update, repeat. Nothing else ever happens.',
        'Go on with batches of ten, after 500 iterations. Have a vote before each: will the loss on all digits fall?',
      ],
      answer: 'not always. A step is right for its own ten digits; for all of them it goes wrong about one time in three.',
    },
    training: {
      say: [
        'Have a vote: which of the rates 0.01, 0.1 and 1 is the first to read 80%? Then press Learn, and start each of them from the same initial weights. The figure looks after every epoch, which is 80 iterations.',
        'Watch the walker on the loss around it, and the sixteen digits: what is still read wrong at 80%?',
      ],
      answer: '1, by iteration 160; 0.1 takes 720, 0.01 some 6,500. Larger is not always better: 10 never gets there.',
    },
    race: {
      say: [
        'First a guess from everybody: how long would 10,000 naive gradients take? Then start, and talk while the slow one counts: backpropagation is what the book’s next chapter is about.',
      ],
      answer: 'measure one, and multiply. On most machines it is days; backpropagation takes seconds for the same numbers.',
    },
    generalisation: {
      say: [
        'The net that has learnt 100 digits reads all of them, and errs on a quarter of the new ones. What has it learnt? With all 8,000 the gap nearly closes.',
        'Let someone draw a digit, and say first which it is.',
      ],
      answer: 'try an 8 or a 5, tilted a little; about one drawing in five is read by the second net alone.',
    },
    errata: {
      say: [
        'Two programs, two pictures: which one is right? Let the class decide before you press.',
        'The worst mistakes are those that still learn, only worse. From the loss curve alone: would you have noticed?',
      ],
      answer: 'press either: both are then named, and the numbers below say why.',
    },
  },
};

export type LessonStrings = typeof en;

const zhHans: LessonStrings = {
  names: { gradient: '什么是梯度（20 分钟）', learning: '网络怎样学习（20 分钟）' },
  notes: {
    valleys: {
      say: [
        '先别按：从这里出发的人会走进哪个山谷？请同学们指一指。再在山脊上放两个几乎挨着的人。',
        '按“蒙眼走”，放下一个人，让全班猜他往哪边走；然后揭开。走路的人没有地图，只能感觉到脚下的坡度：网络所知道的也只有这些。',
      ],
      answer: '在颜色不同的两个人中间再放一个，不断对半。从 (−0.9, 1) 和 (0.6, 1) 开始，对半四次，相距 0.09。',
    },
    data: {
      say: [
        '请大家说出什么样的字才是 5。收集两三条规则，再在墙上各找一个不守规则的 5。',
        '选中的数字就是 784 个数。其中有多少是 0？大约五分之四。',
        '让全班说该改哪些像素，一个一个改，同时看十个概率。',
      ],
      answer: '朝着概率第二大的数字改；多数数字改 40 个像素以内就会变。',
    },
    network: {
      say: [
        '跟着光走：784 个像素，五十个隐藏单元，十个输出。说了算的是反应最强的隐藏单元，还是权重最大的那个？都不是，是两者的乘积。',
        '让全班选一个单元，选定之后再看连线。',
        '切换到未训练的网络：不管什么数字，五十个单元都答二分之一左右。学习要改变的就是这一点。',
      ],
      answer: '第一个数字是 4，说话最响的是 17 号单元：0.83 × 1.04。',
    },
    loss: {
      say: [
        '这个数字是 2。比较“认成 2”和“认成 7”：哪种损失反应更强烈？一个从 0.51 到 2.30，另一个从 0.10 到 0.60。',
        '把正确的输出拖到 0。损失为什么是 16.1，而不是无穷大？因为对数里有一个 δ。',
      ],
      answer: '在“认成 7”中把类别 7 拖到 0.69（0.55 和 1.58）；在“毫无头绪”中把类别 2 拖到 0（0.56 和 16.1）。',
    },
    'mini-batch': {
      say: [
        '民意调查只问一千人，不问全国人。它会偏多少？先抽一个 mini-batch，再抽一千个。',
        '请大家猜：批量大小取多少，直方图的宽度才减半？多数人说 200，那只减到 0.7。',
        '那为什么不用全部数据？因为那样每一步都要花一整个 epoch 的计算。',
      ],
      answer: '400，因为宽度与 1/√n 成正比。',
    },
    'why-loss': {
      say: ['把权重动一点点。精度：没有变化。损失：有变化。哪一个能告诉你往哪里走？', '台阶的斜率几乎处处是 0，在边上则根本没有斜率。'],
      answer: '例如从 −2.13 到 −3.93，精度始终不变，损失却变了 0.1。',
    },
    derivative: {
      say: ['h = 1 时，过两点的直线离切线还很远。把 h 一步步减小。先问大家：越小就一定越好吗？', '看懂这个 V：右边是公式的误差，左边是计算机的误差。'],
      answer: 'sin(x) 在 1 处，64 位约为 1e-5，32 位约为 0.01。旁边若有更低的点，那是碰巧：h 稍微一动就没了。',
    },
    partial: {
      say: ['按住一个变量，沿着另一个变量走：切出来的就是一条普通的曲线。', '哪里一条切线是平的，另一条不是？从上往下看，那是什么样的地方？'],
      answer: '坐标轴上除最低点以外的任何一点，例如 (0, 4)。',
    },
    'gradient-field': {
      say: ['箭头画的是 −∇f。它们为什么总是垂直穿过等高线？再读一读圆环处的两个分量。', '两个山谷之间有一个山口：左边的一滴流到左谷，右边的一滴流到右谷。正中间的呢？'],
      answer: '从 x0 = 0 出发的一滴停在山口上。那里不是山谷，梯度却也是 0。',
    },
    descent: {
      say: [
        'η = 0.1 时，每走一步还剩原来的 0.8。每次改动之前先表决：0.5 呢？1 呢？1.05 呢？每一步把 x 乘以多少，最后再说。',
        '太小也不行：输入 1e-10。每一步都没走错，却哪里也没走到。',
      ],
      answer: '0.5 一步到底，1 永远来回跳，1.05 是滑块上第一个飞出去的。每一步都把 x 乘以 1 − 2η。',
    },
    'simple-net': {
      say: ['六个权重，六个斜率。哪一个影响最大？先表决，再拨动它，最后才看 ∂L/∂W。', '数值梯度和反向传播的结果一致。如果有 39,760 个权重，你愿意用哪一种？'],
      answer: 'w₂₃，−0.544。输入较大的一行，正确类别的一列：斜率是 x · (y − t)。',
    },
    'four-steps': {
      say: [
        '一步一步走完一次迭代：mini-batch、梯度、更新、重复。除此以外，什么也没有发生。',
        '从第 500 次迭代之后开始，改成每批十个。每次都先让大家表决：全部数字上的损失会下降吗？',
      ],
      answer: '不一定。这一步只对手上的十个数字是对的；对全部数字来说，大约三次里有一次走错。',
    },
    training: {
      say: [
        '先表决：学习率取 0.01、0.1、1，哪一个最先认对 80%？再按“开始学习”，每次都从同样的初始权重开始。图每个 epoch（80 次迭代）量一次。',
        '看看损失曲面上走的那个人，再看看十六个数字：到 80% 时，还认错的是哪些？',
      ],
      answer: '1，到第 160 次迭代；0.1 用 720 次，0.01 约 6,500 次。并非越大越好：取 10 就永远到不了。',
    },
    race: {
      say: ['先让每个人猜：用最笨的办法求 10,000 次梯度要多久？再开始，慢的那条数数的时候正好讲解：误差反向传播法，书中下一章讲的就是它。'],
      answer: '量出一次的时间，再乘。在多数机器上要好几天；误差反向传播法求同样的数只要几秒。',
    },
    generalisation: {
      say: ['学过 100 个数字的网络，学过的全对，没学过的错了四分之一。它学到了什么？学过全部 8,000 个之后，差距几乎消失了。', '请一位同学先说要写几，再写出来。'],
      answer: '试试稍微倾斜的 8 或 5；大约五个里有一个，只有第二个网络认得。',
    },
    errata: {
      say: ['两段程序，两幅图：哪一个是对的？让全班先决定，再按。', '最麻烦的是那些照样能学、只是学得差一些的错误。只看损失曲线，你看得出来吗？'],
      answer: '按任意一个：两段程序随即揭晓，下面的数说明原因。',
    },
  },
};

export const lessonWords: Translations<LessonStrings> = { en, 'zh-Hans': zhHans };
