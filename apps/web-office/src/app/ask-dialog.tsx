import { SchemaForm, type FieldSpec } from '@karez/web-ui';
import type { QueryKey } from '@tanstack/react-query';
import { drafts } from './drafts.js';
import { useAct } from './use-act.js';
import { OfficeModal } from '../exchange/delivery/office-modal.js';

/** One act that asks something first. */
export interface Question<Answer> {
  readonly title: string;
  /** What it does and who is told of it. */
  readonly lead: string;
  readonly fields: readonly FieldSpec[];
  readonly initial?: Record<string, unknown>;
  readonly submit: string;
  /** Unsent words wait under it. */
  readonly draftKey?: string;
  readonly call: (values: Record<string, unknown>) => Promise<Answer>;
  readonly said: (answer: Answer) => string;
}

interface Props<Answer> {
  readonly question: Question<Answer>;
  /** What the act may have changed; looked at again. */
  readonly changes: readonly QueryKey[];
  readonly onClose: () => void;
}
export function AskDialog<Answer>({ question, changes, onClose }: Props<Answer>) {
  const { title, lead, fields, initial, submit, draftKey, call, said } = question;
  const act = useAct(call, {
    ...{ changes, said },
    onDone: () => {
      if (draftKey) drafts.drop(draftKey);
      onClose();
    },
  });
  return (
    <OfficeModal title={title} onClose={onClose}>
      <p className="office-lead">{lead}</p>
      <SchemaForm
        label={title}
        fields={fields}
        initial={initial}
        submit={submit}
        busy={act.busy}
        refusal={act.refusal}
        {...(draftKey && { draft: { key: draftKey, store: drafts } })}
        onSubmit={act.run}
        onCancel={onClose}
      />
    </OfficeModal>
  );
}

/** What was typed into a field of words; nothing when it is blank. */
export const wordsIn = (values: Record<string, unknown>, name: string): string | undefined => {
  const value = values[name];
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
};
