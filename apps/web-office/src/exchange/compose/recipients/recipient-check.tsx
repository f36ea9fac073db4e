import { exchangeWords, type RecipientPreview } from '@karez/contracts-exchange';
import { ProblemError } from '@karez/web-client';
import { FieldRefusal, Notice } from '@karez/web-ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState } from 'react';
import { api } from '../../../app/api.js';
import { ProblemNote } from '../../../app/problem-note.js';
import { codeWords } from '../../sent/code-words.js';
import { type Chosen, idsOf, membersOf, without } from './chosen.js';

interface RecipientCheckProps {
  documentId: string;
  chosen: Chosen;
  onChosen: (chosen: Chosen) => void;
  /** How many of them sending would refuse. */
  onRefused: (count: number) => void;
  /** How many get it, doubles left out. */
  onResolved?: (count: number) => void;
}
const shownAtFirst = 12;

/** 核对: who gets it, without doubles, in which direction; for each refusal the reason at the recipient. Those that are refused stand first. */
export function RecipientCheck({ documentId, chosen, onChosen, onRefused, onResolved }: RecipientCheckProps) {
  const asked = useDeferredValue(chosen);
  const [all, setAll] = useState(false);
  const preview = useQuery({
    queryKey: ['exchange', 'preview', documentId, idsOf(asked)],
    queryFn: ({ signal }) => api.exchange.previewRecipients({ documentId, ...idsOf(asked) }, { signal }),
    enabled: membersOf(asked) > 0,
    placeholderData: keepPreviousData,
  });
  const items = membersOf(asked) > 0 ? (preview.data?.items ?? []) : [];
  const refused = items.filter(({ refusal }) => refusal).length;
  useEffect(() => onRefused(refused), [refused, onRefused]);
  useEffect(() => onResolved?.(items.length), [items.length, onResolved]);
  if (membersOf(chosen) === 0) return null;
  if (preview.isError) return <ProblemNote problem={preview.error instanceof ProblemError ? preview.error : null} />;
  if (preview.isPending) return <p className="kz-caption">正在核对收文单位…</p>;
  const sorted = [...items].sort((one, other) => Number(Boolean(other.refusal)) - Number(Boolean(one.refusal)));
  const shown = all ? sorted : sorted.slice(0, Math.max(shownAtFirst, refused));
  return (
    <div className="pick-check" role="group" aria-label="核对收文单位">
      {refused > 0 ? (
        <Notice tone="plum" live="status" title={`${items.length} 家里有 ${refused} 家不能发。`}>
          原因在各家后面，移除或改了再发。
        </Notice>
      ) : (
        <Notice tone="water" live="status" title={`${items.length} 家都可以发。`}>
          {directions(items)}
        </Notice>
      )}
      <ul className="pick-checked">
        {shown.map((item) => (
          <li key={item.orgId} className={item.refusal ? 'pick-refused' : undefined}>
            <span className="pick-who">{item.name}</span>
            <span className="kz-caption">
              {exchangeWords.recipientRole[item.role]}，{directionWord(item.direction)}
            </span>
            {item.refusal && (
              <>
                <FieldRefusal>{codeWords(item.refusal, item.params) ?? '这一家不能发。'}</FieldRefusal>
                <button
                  type="button"
                  className="kz-textact"
                  aria-label={`移除：${item.name}`}
                  onClick={() => onChosen(without(chosen, items, item.orgId))}
                >
                  移除
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
      {sorted.length > shown.length && (
        <button type="button" className="kz-textact" onClick={() => setAll(true)}>
          看全部 {sorted.length} 家
        </button>
      )}
    </div>
  );
}

const directionWord = (direction: string): string => (exchangeWords.direction as Readonly<Record<string, string>>)[direction] ?? direction;

/** `下行文 14 家，平行文 2 家。` */
const directions = (items: readonly RecipientPreview[]): string =>
  `${Object.keys(exchangeWords.direction)
    .map((direction) => [directionWord(direction), items.filter((item) => item.direction === direction).length] as const)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word} ${count} 家`)
    .join('，')}。同一家只发一份。`;
