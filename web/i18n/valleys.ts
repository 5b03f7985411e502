import type { Translations } from './language.ts';
import { plural } from './plural.ts';

const en = {
  plot: 'A terrain with four valleys, and walkers that have rolled down into them.',
  plotName: 'Four valleys',
  caption:
    'f = (x0² + x1 − 11)² + (x0 + x1² − 7)², Himmelblau’s function. Each walker takes steps of −0.01 · ∇f and sees nothing but the slope under its feet. The height drawn is log(1 + f), so that the valley floors can be seen; five contours lie between 1 + f and ten times as much. Each path has the colour of the valley where it ends.',
  map: 'Map',
  terrain: 'Terrain',
  paint: 'Colour by valley',
  painting: (percent: string) => `Trying 25,600 starts: ${percent}`,
  blind: 'Blind walk',
  uncover: 'Uncover',
  clear: 'Clear my walkers',
  turn: 'Turn and tilt',
  turnText: (turn: string, tilt: string) => `turned by ${turn}°, seen from ${tilt}° above`,
  start: 'Where the next walker starts; Enter drops it',
  startText: (x0: string, x1: string) => `x0 = ${x0}, x1 = ${x1}`,
  cue: 'Press to drop a walker',
  blindCue: 'Press to set out blind',
  valley: (at: string, count: string) => `Valley at ${at}: ${count}`,
  valleys: 'Where they end',
  walkers: (count: number) => plural(count, 'walker'),
  invitation: 'Twelve walkers, four valleys, all equally deep. Which way it goes is decided at the start.',
  ended: (start: string, steps: number, end: string) => `From ${start}: ${plural(steps, 'step')} down to ${end}.`,
  walking: 'It feels the slope, takes a step, feels again…',
  blindAnswer: 'It has come to rest. In which valley? Uncover to see.',
  blindHint: 'You see what the walker feels: the slope under its feet.',
  table: 'Walks',
  description: (walkers: string, ends: string) => `A landscape with four equally deep valleys. ${walkers}. ${ends}`,
  tasks: {
    neighbours: {
      text: 'Drop two walkers less than 0.1 apart that end in different valleys.',
      found: (one = '', other = '', distance = '', end = '', otherEnd = '') =>
        `Only ${distance} apart, ${one} and ${other}, and yet one ends at ${end}, the other at ${otherEnd}. The boundary runs between them.`,
      hints: {
        between: (one = '', other = '', distance = '') => `${one} and ${other}, ${distance} apart, end in different valleys. Drop one between them: the boundary runs there.`,
        neighbours: () => 'Look for neighbours of different colours.',
      },
    },
  },
};

export type ValleysStrings = typeof en;

const zhHans: ValleysStrings = {
  plot: '有四个山谷的地形，一些走路的人已经滚进谷里。',
  plotName: '四个山谷',
  caption:
    'f = (x0² + x1 − 11)² + (x0 + x1² − 7)²，即 Himmelblau 函数。每个人每一步走 −0.01 · ∇f，除了脚下的坡度什么也看不见。图中画的高度是 log(1 + f)，这样才看得清谷底；1 + f 每增大到 10 倍，画五条等高线。每条路径的颜色，就是它最后走进的那个山谷的颜色。',
  map: '平面图',
  terrain: '立体地形',
  paint: '按山谷着色',
  painting: (percent) => `正在试 25,600 个起点：${percent}`,
  blind: '蒙眼走',
  uncover: '揭开',
  clear: '清除我放的人',
  turn: '转动与俯仰',
  turnText: (turn, tilt) => `转角 ${turn}°，俯角 ${tilt}°`,
  start: '下一个人的起点；按 Enter 放下',
  startText: (x0, x1) => `x0 = ${x0}，x1 = ${x1}`,
  cue: '按一下，放下一个人',
  blindCue: '按一下，蒙眼出发',
  valley: (at, count) => `${at} 处的山谷：${count}`,
  valleys: '走进了哪里',
  walkers: (count) => `${count} 人`,
  invitation: '十二个人，四个一样深的山谷。走进哪一个，在起点就已经定了。',
  ended: (start, steps, end) => `从 ${start} 出发，走 ${steps} 步，到了 ${end}。`,
  walking: '感觉坡度，迈一步，再感觉一次……',
  blindAnswer: '已经走到谷底。是哪个山谷？揭开看看。',
  blindHint: '你看到的，就是走路的人感觉到的：只有脚下的坡度。',
  table: '各条路径',
  description: (walkers, ends) => `一片地形，有四个一样深的山谷。共 ${walkers}。${ends}`,
  tasks: {
    neighbours: {
      text: '放下两个相距不到 0.1、却走进不同山谷的人。',
      found: (one = '', other = '', distance = '', end = '', otherEnd = '') =>
        `${one} 和 ${other} 只相距 ${distance}，一个走到 ${end}，另一个却走到 ${otherEnd}：分界线就在两者之间。`,
      hints: {
        between: (one = '', other = '', distance = '') => `${one} 和 ${other} 相距 ${distance}，走进了不同的山谷。在两者之间再放一个：分界线就在那里。`,
        neighbours: () => '找找相邻却颜色不同的路径。',
      },
    },
  },
};

export const valleys: Translations<ValleysStrings> = { en, 'zh-Hans': zhHans };
