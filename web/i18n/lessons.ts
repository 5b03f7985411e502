import type { Translations } from './language.ts';

// What a teacher may say and ask at each figure, by its id on the page, and the names of the lessons.

const en = {
  names: { gradient: 'What a gradient is, 20 minutes', learning: 'How a network learns, 20 minutes' },
  notes: {
    valleys: [
      'Before you press: in which valley will a walker from here end? Let them point. Then two starts, a hair apart, on the ridge.',
      'Turn on “Blind walk”, drop a walker, and let the class say which way it will go and where it will end; then uncover.',
      'Say it once, plainly: the walker sees no map. It feels the slope under its feet, and that is all that a network has.',
    ],
    data: [
      'Ask for the rule that makes a 5 a five. Collect two or three, then find a 5 that breaks each.',
      'Open one digit as numbers. How many of the 784 are 0? About four of five.',
      'Paint on it. How few pixels make the net read another digit, and does the class read it, too?',
      'Under “More”, move the split. Why is it unfair to test on what it has learnt from?',
    ],
    network: [
      'Before it is switched on: who decides, the hidden unit that answers most, or the one with the largest weight? Neither: their product does.',
      'Let the class choose a unit for the first digit, and only then show the lines.',
      'Switch to the untrained net. All fifty answer about one half, whatever the digit is: that is what learning has to change.',
    ],
    loss: [
      'Press “Takes it for a 2”, then “Takes it for a 7”. Which loss gets angrier? From 0.51 to 2.30, against 0.10 to 0.60.',
      'Drag the right output to 0. Why is the loss 16.1 and not infinite? There is a δ in the logarithm.',
      'Move the wrong bars against one another: cross-entropy does not care, mean squared error does.',
    ],
    'mini-batch': [
      'A poll asks a thousand people, not a nation. How far off may it be?',
      'Batch size 10, then 40: four times as many, half the width. Let them guess the width at 160 before you draw it.',
      'So why not take all? Each step would cost as much as a whole epoch.',
    ],
    'why-loss': [
      'Move the weight a little. Accuracy: nothing. Loss: something. Which of them tells you where to go?',
      'The slope of a stair is 0 nearly everywhere, and on the edge it has none.',
    ],
    derivative: [
      'h from 1 down to 1e-15. Ask beforehand: does smaller always mean better?',
      'Read the V: on the right the formula errs, on the left the computer. Central differences win on the right: slope 2 against slope 1.',
      'Type a function of the class’s own.',
    ],
    partial: [
      'Hold one variable, walk along the other: that cut is a curve like any other.',
      'Find a point where one slope is 0 and the other is not. What does it look like from above?',
    ],
    'gradient-field': [
      'The arrows show −∇f. Why do they cross the contour lines at a right angle?',
      'Drop a point far out in f = x0²/20 + x1². Does it go straight to the minimum?',
      'Compare numerical with exact: by how much do they differ at the worst?',
    ],
    descent: [
      'Rate 0.1, then 10, then 1e-10. Have a vote before each: what will happen?',
      'At 10 it says at which step it diverged. At 1e-10 it did everything right and got nowhere.',
      'Put SGD beside Momentum in the long valley. Which is the first to arrive?',
    ],
    'simple-net': [
      'Six weights, six slopes. Let the class point at the weight that matters most; nudge it, then uncover ∂L/∂W.',
      'Go one step downhill, and another: the loss falls along the broken line. To measure this gradient took twelve losses; what would 39,760 weights take?',
    ],
    'four-steps': [
      'One iteration, phase by phase: mini-batch, gradient, update, repeat. Nothing else ever happens.',
      'Go on with batches of ten, after 500 iterations. Have a vote before each: will the loss on all digits fall?',
    ],
    training: [
      'Before you press: which of 0.01, 0.1 and 1 will be the first to read 80%? Have a vote, then run all three; each curve stays.',
      'Let someone draw a digit and watch how it is read while the net learns.',
      'Then 3, and 10. Is larger always better?',
    ],
    race: [
      'Collect guesses first: how long do 10,000 naive gradients take on this machine? Then start, and talk while the slow one counts.',
      'The three gradients are the same numbers. The book’s next chapter is about the fast lane.',
    ],
    generalisation: [
      'Train on 100 digits: all of them right, and a quarter of the new ones wrong. What has it learnt?',
      'Then on all. The gap nearly closes.',
      'Let someone say a digit, then draw it so that the net from 100 digits misreads it and the net from all reads it.',
    ],
    errata: ['Let the class vote: which program is right? Then press it. Would the loss curve alone have told?', 'The worst mistakes are those that still learn, only worse.'],
  },
};

export type LessonStrings = typeof en;

const zhHans: LessonStrings = {
  names: { gradient: '什么是梯度（20 分钟）', learning: '网络怎样学习（20 分钟）' },
  notes: {
    valleys: [
      '先别按：从这里出发的人会走进哪个山谷？请同学们指一指。再在山脊上放两个几乎挨着的人。',
      '打开“蒙眼走”，放下一个人，让全班猜他往哪边走、会停在哪里；然后揭开。',
      '用一句话讲清楚：走路的人没有地图，只能感觉到脚下的坡度。网络所知道的也只有这些。',
    ],
    data: [
      '请大家说出什么样的字才是 5。收集两三条规则，再各找一个不守规则的 5。',
      '把一个数字展开成 784 个数。其中有多少是 0？大约五分之四。',
      '在上面涂改：最少改几个像素，网络就会认成别的数字？全班还认得吗？',
      '打开“更多”，移动训练与测试的分界。为什么拿学过的题来考试不公平？',
    ],
    network: [
      '先不动手：说了算的是反应最强的隐藏单元，还是权重最大的那个？都不是，是两者的乘积。',
      '让全班为第一个数字选一个单元，选定之后再看连线。',
      '切换到未训练的网络：不管什么数字，五十个单元都答二分之一左右。学习要改变的就是这一点。',
    ],
    loss: [
      '先按“认成 2”，再按“认成 7”。哪种损失反应更强烈？一个从 0.51 到 2.30，另一个从 0.10 到 0.60。',
      '把正确的输出拖到 0。损失为什么是 16.1，而不是无穷大？因为对数里有一个 δ。',
      '让几个错误的输出此消彼长：交叉熵误差不在乎，均方误差在乎。',
    ],
    'mini-batch': [
      '民意调查只问一千人，不问全国人。它会偏多少？',
      '批量大小取 10，再取 40：数量是四倍，宽度是一半。取 160 时宽度是多少？先猜，再画。',
      '那为什么不用全部数据？因为那样每一步都要花一整个 epoch 的计算。',
    ],
    'why-loss': ['把权重动一点点。精度：没有变化。损失：有变化。哪一个能告诉你往哪里走？', '台阶的斜率几乎处处是 0，在边上则根本没有斜率。'],
    derivative: [
      '让 h 从 1 一直减小到 1e-15。先问大家：越小就一定越好吗？',
      '看懂这个 V：右边是公式的误差，左边是计算机的误差。右边中心差分更好：斜率是 2，前向差分只有 1。',
      '输入一个同学们自己想的函数。',
    ],
    partial: ['按住一个变量，沿着另一个变量走：切出来的就是一条普通的曲线。', '找一个点，让一个方向的斜率是 0，另一个不是。从上往下看，它是什么样子？'],
    'gradient-field': [
      '箭头画的是 −∇f。它们为什么总是垂直穿过等高线？',
      '在 f = x0²/20 + x1² 的远处放一个点。它会直奔最低点吗？',
      '把数值梯度和精确梯度放在一起：差得最多的地方差多少？',
    ],
    descent: [
      '学习率取 0.1，再取 10，再取 1e-10。每次都先让大家表决：会发生什么？',
      '取 10 时，图上会说在第几步发散。取 1e-10 时，每一步都没走错，却哪里也没走到。',
      '在狭长的山谷里把 SGD 和 Momentum 放在一起。谁先到？',
    ],
    'simple-net': [
      '六个权重，六个斜率。请同学们指出影响最大的那个权重；拨动它，再显示 ∂L/∂W。',
      '下降一步，再下降一步：损失沿着虚线往下走。量出这个梯度要算十二次损失；39,760 个权重要算多少次？',
    ],
    'four-steps': [
      '一步一步走完一次迭代：mini-batch、梯度、更新、重复。除此以外，什么也没有发生。',
      '从第 500 次迭代之后开始，改成每批十个。每次都先让大家表决：全部数字上的损失会下降吗？',
    ],
    training: [
      '先别按：0.01、0.1、1 当中哪一个最先认对 80%？表决之后三个都跑一遍，曲线都会留下。',
      '请一位同学写一个数字，看网络一边学一边怎样认它。',
      '再试 3 和 10。越大就越好吗？',
    ],
    race: ['先收集大家的猜测：在这台机器上，朴素的办法求 10,000 个梯度要多久？然后开始，慢的那条数数的时候正好讲解。', '三个梯度是同样的数。书中下一章讲的就是快的那条赛道。'],
    generalisation: ['用 100 个数字训练：学过的全对，没学过的错了四分之一。它学到了什么？', '再用全部数据。差距几乎消失了。', '请一位同学先说出一个数字再写，让学过 100 个的网络认错，学过全部的认对。'],
    errata: ['请全班表决：哪个程序正确？再按下去。只看损失曲线，看得出来吗？', '最麻烦的是那些照样能学、只是学得差一些的错误。'],
  },
};

export const lessonWords: Translations<LessonStrings> = { en, 'zh-Hans': zhHans };
