import type { DocumentView } from '@karez/contracts-exchange';
import { ProblemError } from '@karez/web-client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../../app/api.js';
import { drafts } from '../../app/drafts.js';
import { today } from '../../app/time.js';
import { documentQuery } from './document-queries.js';
import { type Draft, draftOf, type DraftFiles, noFiles, requestOf } from './draft-values.js';

/** Where the saving stands; a conflict is settled by the person. */
export type SavingState =
  | { readonly kind: 'same' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'classified' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly problem: ProblemError };

export interface DraftInHand {
  readonly draft: Draft;
  readonly saving: SavingState;
  /** Taken from what waited in this tab. */
  readonly kept: boolean;
  /** Raised when the form has to begin anew with other words. */
  readonly revision: number;
  readonly change: (change: Partial<Draft['values']>) => void;
  readonly changeFiles: (change: (now: DraftFiles) => DraftFiles) => void;
  /** Saves at once; resolves to the saved document, or to nothing when it was not saved. */
  readonly save: () => Promise<DocumentView | undefined>;
  /** After a conflict: mine over theirs, or theirs. */
  readonly overwrite: () => Promise<void>;
  readonly takeTheirs: () => Promise<void>;
  readonly forget: () => void;
}

/** What waits in the tab, and the version of the document that it was written on. */
interface KeptDraft extends Draft {
  readonly version: number;
}

const pauseMs = 1_500;
export const draftKeyOf = (documentId: string | undefined) => `exchange.document.${documentId ?? 'new'}`;
const blank: Draft = { values: { urgency: 'none', securityClass: 'none', disclosure: 'active', issueDate: today() }, files: noFiles };

/**
 * A draft in the form. Words not yet at the server wait in this tab; a document that the server has is saved a moment after the last
 * change, on the version that it was made on. What is marked as a state secret is kept nowhere.
 */
export function useDraft(view: DocumentView | undefined): DraftInHand {
  const queries = useQueryClient();
  const key = draftKeyOf(view?.id);
  const [kept] = useState(() => drafts.read(key) as KeptDraft | undefined);
  const [draft, setDraft] = useState<Draft>(() => kept ?? (view ? draftOf(view) : blank));
  const [saving, setSaving] = useState<SavingState>({ kind: kept ? 'changed' : 'same' });
  const [revision, setRevision] = useState(0);
  const latest = useRef(draft);
  const version = useRef(kept?.version ?? view?.version ?? 0);
  const running = useRef<Promise<DocumentView | undefined>>(undefined);

  const take = useCallback(
    (next: Draft) => {
      latest.current = next;
      setDraft(next);
      if (isClassified(next)) {
        drafts.drop(key);
        setSaving({ kind: 'classified' });
        return;
      }
      // a proposal that nobody has touched is not worth keeping: tomorrow's number is another
      if (!view && isBlank(next)) return;
      drafts.write(key, { ...next, version: version.current });
      setSaving((now) => (now.kind === 'conflict' ? now : { kind: 'changed' }));
    },
    [key, view],
  );

  const send = useCallback(async (): Promise<DocumentView | undefined> => {
    const sent = latest.current;
    const request = requestOf(sent);
    if (!view || isClassified(sent)) return undefined;
    if (!request) {
      setSaving({ kind: 'incomplete' });
      return undefined;
    }
    setSaving({ kind: 'saving' });
    try {
      const saved = await api.exchange.updateDocument({ ...request, documentId: view.id, version: version.current });
      version.current = saved.version;
      queries.setQueryData(documentQuery(view.id).queryKey, saved);
      if (latest.current !== sent) return await send();
      drafts.drop(key);
      setSaving({ kind: 'saved', at: new Date().toISOString() });
      return saved;
    } catch (error) {
      const problem = error instanceof ProblemError ? error : offline;
      setSaving(problem.code === 'state.version_changed' ? { kind: 'conflict' } : { kind: 'refused', problem });
      return undefined;
    }
  }, [view, key, queries]);

  // one saving at a time: the next begins when the one under way has come back
  const save = useCallback(() => {
    running.current ??= send().finally(() => (running.current = undefined));
    return running.current;
  }, [send]);

  useEffect(() => {
    if (!view || saving.kind !== 'changed') return;
    const timer = setTimeout(() => void save(), pauseMs);
    return () => clearTimeout(timer);
  }, [draft, saving.kind, view, save]);

  // nothing of one's own is at stake: what a colleague has saved comes into the form by itself
  useEffect(() => {
    if (!view || view.version <= version.current || (saving.kind !== 'same' && saving.kind !== 'saved')) return;
    version.current = view.version;
    latest.current = draftOf(view);
    setDraft(latest.current);
    setRevision((now) => now + 1);
  }, [view, saving.kind]);

  const theirs = async () => {
    const now = await queries.fetchQuery({ ...documentQuery(view!.id), staleTime: 0 });
    version.current = now.version;
    return now;
  };
  return {
    ...{ draft, saving, kept: Boolean(kept), revision, save },
    change: (change) => take({ ...latest.current, values: { ...latest.current.values, ...change } }),
    changeFiles: (change) => take({ ...latest.current, files: change(latest.current.files) }),
    overwrite: async () => {
      await theirs();
      await save();
    },
    takeTheirs: async () => {
      const next = draftOf(await theirs());
      latest.current = next;
      drafts.drop(key);
      setDraft(next);
      setSaving({ kind: 'same' });
      setRevision(revision + 1);
    },
    forget: () => drafts.drop(key),
  };
}

/** Nothing but what the form proposes by itself. */
const isBlank = ({ values, files }: Draft): boolean =>
  !values.title && !values.documentType && !values.body && files.layout.length + files.attachment.length === 0;

export const isClassified = ({ values }: Draft): boolean => (values.securityClass ?? 'none') !== 'none';
const offline = new ProblemError({ status: 0, code: 'page.fault', detail: '页面出错，没有保存。内容还在本页，请稍后再试。' });
