import type { Translations } from './language.ts';

// Words that the figures of a function of two variables share.

const en = {
  function: 'Function',
  ownFunction: 'my own',
  functionNames: {
    bowl: 'bowl',
    valley: 'long valley',
    saddle: 'saddle',
    rosenbrock: 'Rosenbrock',
    himmelblau: 'Himmelblau',
    beale: 'Beale',
    rastrigin: 'Rastrigin',
    pass: 'two valleys and a pass',
    trap: 'a local minimum that traps',
    cliff: 'a cliff',
  } as Readonly<Record<string, string>>,
  expression: 'f(x₀, x₁) =',
  expressionHint: 'As on paper: x₀² + x₁², 2x₀, √x₀, |x₁|; or as in Python: x[0]**2. Functions such as sin, exp, log, sqrt, cbrt.',
  view: 'View',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  showAll: 'Whole view',
  hand: 'Move view',
  handHint: 'While this is on, dragging moves the view; so do the arrow keys on this button.',
};

export type PlaneStrings = typeof en;

const zhHans: PlaneStrings = {
  function: '函数',
  ownFunction: '自定义',
  functionNames: {
    bowl: '碗形',
    valley: '狭长的山谷',
    saddle: '鞍面',
    pass: '两个山谷和一个山口',
    trap: '会困住人的局部极小',
    cliff: '悬崖',
    rosenbrock: 'Rosenbrock',
    himmelblau: 'Himmelblau',
    beale: 'Beale',
    rastrigin: 'Rastrigin',
  },
  expression: 'f(x₀, x₁) =',
  expressionHint: '像纸上那样写：x₀² + x₁²、2x₀、√x₀、|x₁|；或像 Python 那样写：x[0]**2。可用 sin、exp、log、sqrt、cbrt 等函数。',
  view: '视图',
  zoomIn: '放大',
  zoomOut: '缩小',
  showAll: '全貌',
  hand: '移动视图',
  handHint: '开启后，拖动即移动视图；焦点在此按钮上时，也可用方向键移动。',
};

export const plane: Translations<PlaneStrings> = { en, 'zh-Hans': zhHans };
