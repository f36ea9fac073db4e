import { shortTime } from '../../app/time.js';
import type { EditionValues } from './edition-values.js';
import { missingOf } from './edition-values.js';
import type { Saving } from './use-edition.js';

/** Where the saving stands, in one quiet line: 11:18 已自动保存. */
export function savingWords(saving: Saving, values: EditionValues): string {
  switch (saving.kind) {
    case 'same':
      return '';
    case 'changed':
      return '稍后自动保存';
    case 'saving':
      return '正在保存';
    case 'saved':
      return `${shortTime(saving.at)} 已自动保存`;
    case 'incomplete':
      return `还缺${missingOf(values).join('、')}，填好后自动保存`;
    case 'conflict':
      return '没有保存：他人已改过';
    case 'refused':
      return saving.problem.inDoubt ? '没有存到服务器，修改暂存在本机' : '没有保存';
  }
}
