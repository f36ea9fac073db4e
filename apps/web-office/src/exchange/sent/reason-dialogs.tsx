import { type ActedOn, type DeliveryRow, type DispatchView, exchangeWords } from '@karez/contracts-exchange';
import { SchemaForm, type FieldSpec } from '@karez/web-ui';
import { Modal } from 'antd';
import { api } from '../../app/api.js';
import { drafts } from '../../app/drafts.js';
import { useAct } from '../../app/use-act.js';
import { exchangeKey } from '../exchange-queries.js';
import type { AskedProps } from './sending-dialogs.js';
import { useLookAgain } from './use-row-acts.js';

const reason = (help: string): FieldSpec => ({ kind: 'long', name: 'reason', label: '理由', required: true, max: 500, help });

interface RecallDialogProps {
  dispatch: DispatchView;
  rows: readonly DeliveryRow[];
  /** Everybody who has not decided, not a choice of rows. */
  all: boolean;
  onClose: () => void;
  onActed: (answer: ActedOn) => void;
}

/** 撤回: at once where nothing has left, a request to the recipient everywhere else. */
export function RecallDialog({ dispatch, rows, all, onClose, onActed }: RecallDialogProps) {
  const [only] = rows.length === 1 ? rows : [];
  const draftKey = `exchange.recall.${only?.id ?? dispatch.id}`;
  const recall = useAct(
    async ({ words }: { words: string }): Promise<ActedOn> => {
      if (!only)
        return api.exchange.recallDispatch({
          dispatchId: dispatch.id,
          reason: words,
          deliveryIds: all ? undefined : rows.map(({ id }) => id),
        });
      await api.exchange.recallDelivery({ deliveryId: only.id, reason: words });
      return { done: 1, refused: [] };
    },
    {
      changes: [exchangeKey],
      said: ({ done, refused }) =>
        only
          ? `已请求撤回发给${only.recipientName}的公文。`
          : `已请求撤回 ${done} 家${refused.length > 0 ? `，${refused.length} 家不能撤回，原因在各家下面` : ''}。`,
      onDone: (answer) => {
        drafts.drop(draftKey);
        onActed(answer);
        onClose();
      },
    },
  );
  useLookAgain(recall.refusal);
  const title = only ? `撤回发给${only.recipientName}的公文` : `撤回 ${rows.length} 家`;
  return (
    <Modal open title={title} footer={null} onCancel={onClose} destroyOnHidden>
      <p className="office-lead">对方还没有签收的，收回后对方不能再签收；已经签收的撤不回，会告诉您是谁在什么时候签收的。</p>
      <SchemaForm
        label={title}
        fields={[reason('对方会看到')]}
        submit="撤回"
        busy={recall.busy}
        refusal={recall.refusal}
        draft={{ key: draftKey, store: drafts }}
        onSubmit={(values) => recall.run({ words: wordsIn(values) })}
        onCancel={onClose}
      />
    </Modal>
  );
}

/** 商请收回: after sign-for both sides have to agree. */
export function RevokeDialog({ row, onClose }: AskedProps) {
  const draftKey = `exchange.revoke.${row.id}`;
  const revoke = useAct(({ words }: { words: string }) => api.exchange.revokeDelivery({ deliveryId: row.id, reason: words }), {
    changes: [exchangeKey],
    said: () => `已向${row.recipientName}商请收回，等对方答复。`,
    onDone: () => {
      drafts.drop(draftKey);
      onClose();
    },
  });
  useLookAgain(revoke.refusal);
  return (
    <Modal open title={`商请${row.recipientName}收回`} footer={null} onCancel={onClose} destroyOnHidden>
      <p className="office-lead">对方已签收，收回须对方同意。对方同意时会列出已打印的份数；答复之前公文仍然有效。</p>
      <SchemaForm
        label={`商请${row.recipientName}收回`}
        fields={[reason('对方会看到')]}
        submit="商请收回"
        busy={revoke.busy}
        refusal={revoke.refusal}
        draft={{ key: draftKey, store: drafts }}
        onSubmit={(values) => revoke.run({ words: wordsIn(values) })}
        onCancel={onClose}
      />
    </Modal>
  );
}

/** 确认退文: the sender takes note; what follows is another document. */
export function AcknowledgeDialog({ row, onClose }: AskedProps) {
  const acknowledge = useAct(() => api.exchange.acknowledgeReturn({ deliveryId: row.id }), {
    changes: [exchangeKey],
    said: () => `已确认${row.recipientName}的退文。`,
    onDone: onClose,
  });
  useLookAgain(acknowledge.refusal);
  return (
    <Modal open title={`确认${row.recipientName}的退文`} footer={null} onCancel={onClose} destroyOnHidden>
      <p className="office-lead">
        退文理由：{row.reason && exchangeWords.refusalReason[row.reason]}
        {row.reasonText && `，${row.reasonText}`}。确认后这一家了结，不再提醒；需要的话可以重发。
      </p>
      <SchemaForm
        label="确认退文"
        fields={[]}
        submit="确认退文"
        busy={acknowledge.busy}
        refusal={acknowledge.refusal}
        onSubmit={() => acknowledge.run(undefined)}
        onCancel={onClose}
      />
    </Modal>
  );
}

const wordsIn = ({ reason: words }: Record<string, unknown>): string => (typeof words === 'string' ? words.trim() : '');
