import type { EditionView } from '@karez/contracts-portal';
import { ProblemError } from '@karez/web-client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../../app/api.js';
import { drafts } from '../../app/drafts.js';
import { editionQuery, portalKey } from '../portal-queries.js';
import { type EditionValues, missingOf, textsOf, valuesOf } from './edition-values.js';

/** Where the saving stands; a conflict is settled by the person. */
export type Saving =
  | { readonly kind: 'same' | 'changed' | 'saving' | 'incomplete' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'conflict'; readonly by: string; readonly at: string }
  | { readonly kind: 'refused'; readonly problem: ProblemError };

export interface EditionInHand {
  readonly values: EditionValues;
  readonly saving: Saving;
  /** Taken from what waited in this tab. */
  readonly kept: boolean;
  /** Raised when form and text have to begin anew with other words. */
  readonly revision: number;
  readonly change: (change: Partial<EditionValues>) => void;
  /** Saves at once what is not saved yet; resolves to whether everything is at the server. */
  readonly settle: () => Promise<boolean>;
  readonly overwrite: () => Promise<void>;
  readonly takeTheirs: () => Promise<void>;
}

interface Kept {
  readonly values: EditionValues;
  readonly version: number;
}
const pauseMs = 1_500;
const keyOf = (id: string) => `portal.edition.${id}`;
const offline = new ProblemError({ status: 0, code: 'page.fault', detail: '页面出错，没有保存。内容还在本页，请稍后再试。' });

/** A draft in the hand: saved a moment after the last change, on the version that it was written on; until then it waits in this tab. */
export function useEdition(view: EditionView): EditionInHand {
  const queries = useQueryClient();
  const key = keyOf(view.id);
  const [kept] = useState(() => drafts.read(key) as Kept | undefined);
  const [values, setValues] = useState<EditionValues>(() => kept?.values ?? valuesOf(view));
  const [saving, setSaving] = useState<Saving>({ kind: kept ? 'changed' : 'same' });
  const [revision, setRevision] = useState(0);
  const latest = useRef(values);
  const version = useRef(kept?.version ?? view.version);
  const running = useRef<Promise<boolean>>(undefined);

  const send = useCallback(async (): Promise<boolean> => {
    const sent = latest.current;
    const texts = missingOf(sent).length > 0 ? undefined : textsOf(sent);
    if (!texts) {
      setSaving({ kind: 'incomplete' });
      return false;
    }
    setSaving({ kind: 'saving' });
    try {
      const saved = await api.portal.updateEdition({ ...texts, editionId: view.id, version: version.current });
      version.current = saved.version;
      queries.setQueryData(editionQuery(view.id).queryKey, saved);
      if (latest.current !== sent) return await send();
      drafts.drop(key);
      setSaving({ kind: 'saved', at: saved.savedAt });
      void queries.invalidateQueries({ queryKey: [...portalKey, 'article', view.articleId] });
      return true;
    } catch (error) {
      const problem = error instanceof ProblemError ? error : offline;
      if (problem.code !== 'state.version_changed') setSaving({ kind: 'refused', problem });
      else {
        const now = await queries.fetchQuery({ ...editionQuery(view.id), staleTime: 0 }).catch(() => view);
        setSaving({ kind: 'conflict', by: now.savedByName, at: now.savedAt });
      }
      return false;
    }
  }, [view, key, queries]);

  // one saving at a time: the next begins when the one under way has come back
  const save = useCallback(() => {
    running.current ??= send().finally(() => (running.current = undefined));
    return running.current;
  }, [send]);

  useEffect(() => {
    if (saving.kind !== 'changed') return;
    const timer = setTimeout(() => void save(), pauseMs);
    return () => clearTimeout(timer);
  }, [values, saving.kind, save]);

  const begin = useCallback((now: EditionView) => {
    version.current = now.version;
    latest.current = valuesOf(now);
    setValues(latest.current);
    setRevision((before) => before + 1);
  }, []);
  // nothing of one's own is at stake: what a colleague has saved comes in by itself
  useEffect(() => {
    if (view.version > version.current && (saving.kind === 'same' || saving.kind === 'saved')) begin(view);
  }, [view, saving.kind, begin]);

  return {
    ...{ values, saving, kept: Boolean(kept), revision },
    change: (change) => {
      latest.current = { ...latest.current, ...change };
      setValues(latest.current);
      drafts.write(key, { values: latest.current, version: version.current });
      setSaving((now) => (now.kind === 'conflict' ? now : { kind: 'changed' }));
    },
    settle: async () => (saving.kind === 'same' || saving.kind === 'saved' ? true : saving.kind !== 'conflict' && (await save())),
    overwrite: async () => {
      version.current = (await queries.fetchQuery({ ...editionQuery(view.id), staleTime: 0 })).version;
      await save();
    },
    takeTheirs: async () => {
      const now = await queries.fetchQuery({ ...editionQuery(view.id), staleTime: 0 });
      drafts.drop(key);
      begin(now);
      setSaving({ kind: 'same' });
    },
  };
}
