import type { DocumentView, SendDispatch } from '@karez/contracts-exchange';
import { Button, Modal } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../../app/api.js';
import { ProblemNote } from '../../app/problem-note.js';
import { useAct } from '../../app/use-act.js';
import { exchangeKey } from '../exchange-queries.js';
import { type Chosen, idsOf } from './recipients/chosen.js';
import { sendSentences, type SendTerms } from './send-terms.js';

interface SendDialogProps {
  document: DocumentView;
  chosen: Chosen;
  /** Bodies that get it, doubles left out. */
  count: number;
  terms: SendTerms;
  onSent: () => void;
  onClose: () => void;
}

/** 发送: says exactly what happens, then sends, then shows the tracking page. */
export function SendDialog({ document, chosen, count, terms, onSent, onClose }: SendDialogProps) {
  const navigate = useNavigate();
  const send = useAct((request: SendDispatch) => api.exchange.sendDispatch(request), {
    changes: [exchangeKey],
    said: ({ number, recipients }) => `${number} 已发出，共 ${recipients} 家，各家情况在这里跟踪。`,
    onDone: ({ id }) => {
      onSent();
      void navigate(`/exchange/sent/${id}`);
    },
  });
  const { signWithinMinutes, replyBy, printQuota, note } = terms;
  const request: SendDispatch = {
    ...{ documentId: document.id, ...idsOf(chosen), printQuota },
    ...(signWithinMinutes !== undefined && { signWithinMinutes }),
    ...(replyBy && { replyBy }),
    ...(note.trim() && { note: note.trim() }),
  };
  return (
    <Modal
      open
      title={`发送「${document.title}」`}
      footer={null}
      onCancel={send.busy ? undefined : onClose}
      closable={!send.busy}
      destroyOnHidden
    >
      <p className="office-lead">{document.number}，发出后即生效：</p>
      <ul className="compose-sentences">
        {sendSentences(chosen, count, document.urgency, terms).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <ProblemNote problem={send.refusal} onDismiss={send.dismiss} />
      <div className="kz-form-acts">
        <Button type="primary" loading={send.busy} onClick={() => send.run(request)}>
          {send.busy ? `正在发给 ${count} 家` : `发给 ${count} 家`}
        </Button>
        <Button onClick={onClose} disabled={send.busy}>
          取消
        </Button>
      </div>
      <p className="kz-caption compose-signs">发送用单位证书签名，会请您再验证一次身份。按一次就够，重复按不会发两份。</p>
    </Modal>
  );
}
