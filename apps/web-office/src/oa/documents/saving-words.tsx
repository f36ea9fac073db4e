import { shortTime } from '../../app/time.js';
import type { Saving } from './use-document-text.js';

/** Where the saving stands, in few words. */
export function SavingWords({ saving, kept }: { saving: Saving; kept: boolean }) {
  const words = {
    same: kept ? '已取回上次没有保存的内容' : '已保存',
    changed: '有未保存的修改',
    saving: '正在保存',
    saved: saving.kind === 'saved' ? `${shortTime(saving.at.toISOString())} 已自动保存` : '',
    refused: '没有保存',
    conflict: '没有保存',
  }[saving.kind];
  return (
    <span className="kz-caption" role="status">
      {words}
    </span>
  );
}
