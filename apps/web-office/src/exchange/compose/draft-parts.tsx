import type { DocumentView } from '@karez/contracts-exchange';
import { Refusal } from '@karez/web-ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { documentQuery } from './document-queries.js';
import type { DraftFiles } from './draft-values.js';
import { checkWords, mayBeSealed, type SealCheck } from './seal-checks.js';
import { isClassified, type DraftInHand } from './use-draft.js';

/** Somebody else has saved meanwhile: both are still there, the person decides. */
export function Conflict({ hand }: { hand: DraftInHand }) {
  if (hand.saving.kind !== 'conflict') return null;
  return (
    <Refusal
      result="没有保存：这件草稿已被他人改过。"
      ways={[
        { key: 'mine', label: '用我的覆盖', onAct: () => void hand.overwrite() },
        { key: 'theirs', label: '改用对方的', onAct: () => void hand.takeTheirs() },
      ]}
    >
      您的修改还在本页，没有丢。覆盖会换掉对方的内容；改用对方的，会放弃您这次的修改。
    </Refusal>
  );
}

/** Why it cannot be sealed now, in words beside the button. */
export function sealRefusal(may: boolean, { draft, saving }: DraftInHand, checks: readonly SealCheck[]): string | undefined {
  if (!may) return '您当前的岗位不能封装';
  if (saving.kind === 'conflict' || isClassified(draft)) return '内容没有保存，先处理上面的提示';
  return mayBeSealed(checks) ? undefined : checkWords(checks);
}

/** Why it cannot be registered now. */
export function registerRefusal({ draft }: DraftInHand, ready: boolean, checks: readonly SealCheck[]): string | undefined {
  if (isClassified(draft)) return '标了密级的公文不能登记';
  const inTheWay = checks.find(({ key }) => key === (ready ? 'transfers' : 'elements'));
  return inTheWay?.words;
}

/** What was found inside of a layout file. */
export const signaturesIn = (view: DocumentView | undefined, fileId: string | undefined) =>
  view?.files.find((file) => file.fileId === fileId)?.layout?.signatures;

/** Once a file has passed its scan the exchange can look inside: seals and pages are asked for again. */
export function useLookInside(documentId: string | undefined, files: DraftFiles): void {
  const queries = useQueryClient();
  const states = [...files.layout, ...files.attachment].map(({ state }) => state).join();
  useEffect(() => {
    if (documentId) void queries.invalidateQueries({ queryKey: documentQuery(documentId).queryKey });
  }, [documentId, states, queries]);
}

/** The field of the form that a check speaks of. */
export function findField(field: string): void {
  const control = document.getElementById(field);
  control?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}
