import { shortTime } from '../../app/time.js';
import type { SavingState } from './use-draft.js';

/** Where the saving stands, in one quiet line: 11:18 已自动保存. */
export const SavingLine = ({ saving, isNew, version }: { saving: SavingState; isNew: boolean; version: number | undefined }) => (
  <span className="kz-secondary" role="status">
    {wordsOf(saving, isNew, version)}
  </span>
);

function wordsOf(saving: SavingState, isNew: boolean, version: number | undefined): string {
  switch (saving.kind) {
    case 'same':
      return isNew ? '还没有登记' : `第 ${version} 版`;
    case 'changed':
      return isNew ? '暂存在本机，登记后存到服务器' : '稍后自动保存';
    case 'saving':
      return '正在保存';
    case 'saved':
      return `${shortTime(saving.at)} 已自动保存，第 ${version} 版`;
    case 'incomplete':
      return '标题、文种、字号、日期填全后自动保存';
    case 'classified':
      return '没有保存';
    case 'conflict':
      return '没有保存：他人已改过';
    case 'refused':
      return saving.problem.inDoubt ? '没有存到服务器，修改暂存在本机' : '没有保存';
  }
}
