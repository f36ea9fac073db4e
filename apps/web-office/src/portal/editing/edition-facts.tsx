import type { EditionView } from '@karez/contracts-portal';
import { Facts } from '@karez/web-ui';
import { shortTime } from '../../app/time.js';
import { genreWord, languageWord, originWord, themeWord } from '../edition-words.js';

const validityWord = { valid: '有效', expired: '失效', abolished: '废止' } as const;

/** 稿签 as it is read by who may not write now. */
export function EditionFacts({ view }: { view: EditionView }) {
  const { disclosure } = view;
  return (
    <Facts
      items={[
        ['栏目', view.columnName],
        ['来源', view.source],
        ['作者', view.author ?? '未填'],
        ['摘要', view.summary ?? '未填'],
        ['关键词', view.keywords?.join('、') || '未填'],
        ['语言', languageWord[view.language]],
        ['由来', originWord[view.origin]],
        ['撰稿', `${view.createdByName}，${shortTime(view.createdAt)}`],
        ['最后保存', `${view.savedByName}，${shortTime(view.savedAt)}`],
        ...(view.publishedAt ? ([['发布时间', shortTime(view.publishedAt)]] as const) : []),
        ...(view.changeNote ? ([['修订说明', view.changeNote]] as const) : []),
        ...(view.indexNumber ? ([['索引号', <span className="kz-mono">{view.indexNumber}</span>]] as const) : []),
        ...(disclosure
          ? ([
              ['主题分类', themeWord[disclosure.theme]],
              ['体裁', genreWord[disclosure.genre]],
              ['文号', disclosure.documentNumber ?? '无'],
              ['成文日期', disclosure.formedOn],
              ['有效性', validityWord[disclosure.validity ?? 'valid']],
            ] as const)
          : []),
      ]}
    />
  );
}
