import type { OutgoingView, OfficialText } from '@karez/contracts-oa';
import { ProblemError } from '@karez/web-client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { drafts } from '../../app/drafts.js';
import { oa } from '../oa-client.js';
import { whyNotKept } from './body-json.js';
import { documentQuery } from './document-queries.js';

/** Where the saving stands; a conflict is settled by the person. */
export type Saving =
  | { readonly kind: 'same' | 'changed' | 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'conflict'; readonly problem: ProblemError };

export interface TextInHand {
  readonly text: OfficialText;
  readonly saving: Saving;
  /** Taken from what waited in this browser. */
  readonly kept: boolean;
  /** Raised when the editor has to begin anew with another text. */
  readonly revision: number;
  readonly change: (change: Partial<OfficialText>) => void;
  /** Saves at once what is not saved yet. @returns the digest that stands at the server, or nothing when it could not be saved */
  readonly settle: () => Promise<string | undefined>;
  readonly takeTheirs: () => void;
}
interface Kept {
  readonly text: OfficialText;
  readonly textVersion: number;
  readonly digest: string;
}
const pauseMs = 1_500;

/** A text in the hand: saved a moment after the last change, on the text that it was written on; until then it waits in this browser. */
export function useDocumentText(view: OutgoingView): TextInHand {
  const queries = useQueryClient();
  const key = `oa.document.${view.id}`;
  const [kept] = useState(() => (view.writable ? (drafts.read(key) as Kept | undefined) : undefined));
  const [text, setText] = useState<OfficialText>(() => kept?.text ?? view.text);
  const [saving, setSaving] = useState<Saving>({ kind: kept ? 'changed' : 'same' });
  const [revision, setRevision] = useState(0);
  const latest = useRef(text);
  const on = useRef({ textVersion: kept?.textVersion ?? view.textVersion, digest: kept?.digest ?? view.digest });
  const running = useRef<Promise<string | undefined>>(undefined);

  const send = useCallback(async (): Promise<string | undefined> => {
    const sent = latest.current;
    const why = sent.title.trim().length < 2 ? '标题至少两个字。' : whyNotKept(sent.body);
    if (why) {
      setSaving({ kind: 'refused', why });
      return undefined;
    }
    setSaving({ kind: 'saving' });
    try {
      const saved = await oa.saveText({ documentId: view.id, text: sent, ...on.current });
      on.current = { textVersion: saved.textVersion, digest: saved.digest };
      queries.setQueryData(documentQuery(view.id).queryKey, saved);
      if (latest.current !== sent) return await send();
      drafts.drop(key);
      setSaving({ kind: 'saved', at: new Date() });
      return saved.digest;
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'oa.document.text_changed') setSaving({ kind: 'conflict', problem: error });
      else setSaving({ kind: 'refused', why: error instanceof ProblemError ? error.detail : '没有保存，内容还在本页，请稍后再试。' });
      return undefined;
    }
  }, [view.id, key, queries]);

  // one saving at a time: the next begins when the one under way has come back
  const save = useCallback(() => {
    running.current ??= send().finally(() => (running.current = undefined));
    return running.current;
  }, [send]);

  useEffect(() => {
    if (saving.kind !== 'changed') return;
    const timer = setTimeout(() => void save(), pauseMs);
    return () => clearTimeout(timer);
  }, [text, saving.kind, save]);

  const begin = useCallback((now: OutgoingView) => {
    on.current = { textVersion: now.textVersion, digest: now.digest };
    latest.current = now.text;
    setText(now.text);
    setRevision((before) => before + 1);
    setSaving({ kind: 'same' });
  }, []);
  // nothing of one's own is at stake: what a colleague has saved comes in by itself
  useEffect(() => {
    if (view.digest !== on.current.digest && (saving.kind === 'same' || saving.kind === 'saved')) begin(view);
  }, [view, saving.kind, begin]);

  return {
    ...{ text, saving, kept: Boolean(kept), revision },
    change: (change) => {
      latest.current = { ...latest.current, ...change };
      setText(latest.current);
      drafts.write(key, { text: latest.current, ...on.current });
      setSaving((now) => (now.kind === 'conflict' ? now : { kind: 'changed' }));
    },
    settle: async () =>
      saving.kind === 'same' || saving.kind === 'saved' ? on.current.digest : saving.kind === 'conflict' ? undefined : save(),
    takeTheirs: () => {
      drafts.drop(key);
      void queries.fetchQuery({ ...documentQuery(view.id), staleTime: 0 }).then(begin);
    },
  };
}
