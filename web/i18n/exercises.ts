import type { Translations } from './language.ts';

// Words of the page of exercises; the exercises themselves are in web/page/exercises.

const en = {
  title: 'Downhill: exercises',
  description: 'A sheet of exercises for each section of the chapter, with worked answers, to be done on the screen or printed.',
  heading: 'Exercises',
  lead: 'A sheet for each section: something for a pencil, something to try on the figure, something to think about. Try first; the answers can wait.',
  printAll: 'Print all',
  chapter: 'The chapter',
  toClassroom: 'The classroom',
  all: 'All exercises',
  section: 'Read the section',
  classroom: 'In the classroom',
  print: 'Print this sheet',
  student: 'Name',
  date: 'Date',
  pencil: 'With a pencil',
  figure: 'With the figure',
  think: 'To think about',
  answer: 'Answer',
  answers: 'Answers: ',
};

export type ExercisesStrings = typeof en;

const zhHans: ExercisesStrings = {
  title: '下山：练习',
  description: '每一节一份练习，附有解答，可以在屏幕上做，也可以打印出来。',
  heading: '练习',
  lead: '每一节一份：有的动笔算，有的动手在图上试，有的静下来想。先自己做，答案不着急看。',
  printAll: '打印全部',
  chapter: '正文',
  toClassroom: '课堂模式',
  all: '全部练习',
  section: '读这一节',
  classroom: '在课堂上看图',
  print: '打印这一份',
  student: '姓名',
  date: '日期',
  pencil: '动笔算',
  figure: '动手试',
  think: '想一想',
  answer: '答案',
  answers: '答案：',
};

export const exercises: Translations<ExercisesStrings> = { en, 'zh-Hans': zhHans };
