import { SchemaForm } from '@karez/web-ui';
import { api } from '../../../app/api.js';
import { PrintList } from '../print-list.js';
import { useDeliveryAct } from '../use-delivery-act.js';
import type { AskFormProps } from './delivery-dialog.js';

/** 同意收回, 不同意: the recipient's answer to a sender who wants the document back after it was signed for. */
export function AnswerRevokeForm({ view, agree, onClose }: AskFormProps & { agree: boolean }) {
  const answer = useDeliveryAct(api.exchange.answerRevoke, {
    said: ({ number, senderName }) => (agree ? `已同意${senderName}收回${number}。` : `已答复${senderName}：不同意收回${number}。`),
    onDone: onClose,
  });
  return (
    <>
      <p className="office-lead">
        {agree
          ? '同意后这件公文作废，不再办理；已打印的须收齐销毁。审计和证据中的副本保留。'
          : '不同意收回的，这件公文继续有效，照常办理。'}
      </p>
      {agree && <PrintList view={view} />}
      <SchemaForm
        label={agree ? '同意收回' : '不同意收回'}
        fields={[
          agree
            ? { kind: 'long', name: 'text', label: '附言', help: '可不填，对方会看到', max: 500 }
            : { kind: 'long', name: 'text', label: '理由', help: '必填，对方会看到', required: true, max: 500 },
        ]}
        submit={agree ? '同意收回' : '不同意'}
        busy={answer.busy}
        refusal={answer.refusal}
        onSubmit={({ text }) =>
          answer.run({ deliveryId: view.id, agree, ...(typeof text === 'string' && text.trim() && { text: text.trim() }) })
        }
        onCancel={onClose}
      />
    </>
  );
}
