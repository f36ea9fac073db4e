import type { PutWord } from '@karez/contracts-portal';

const was = (word: string, suggestion: string, note: string): PutWord => ({ list: 'former_name', word, suggestion, note });
const reform = '2018年机构改革后更名';

/** What every installation begins with; each office keeps its lists from there. */
export const firstWords: readonly PutWord[] = [
  was('水利电力部', '水利部', '旧称，引用历史文件时可保留'),
  was('国土资源厅', '自然资源厅', reform),
  was('环境保护厅', '生态环境厅', reform),
  was('农业厅', '农业农村厅', reform),
  was('安全生产监督管理局', '应急管理部门', reform),
  was('工商行政管理局', '市场监督管理局', reform),
  { list: 'territory', word: '新疆省', suggestion: '新疆维吾尔自治区', note: '按法定全称或“新疆”书写' },
  { list: 'banned', word: '最先进', note: '无依据的绝对化用语' },
  { list: 'banned', word: '全国第一', note: '无依据的绝对化用语' },
  { list: 'banned', word: '史无前例', note: '夸大用语' },
];
/** The invented head of the demonstration's department. */
export const demonstrationWords: readonly PutWord[] = [
  { list: 'leader', word: '高远山', suggestion: '厅长高远山', note: '姓名前写明职务' },
];
