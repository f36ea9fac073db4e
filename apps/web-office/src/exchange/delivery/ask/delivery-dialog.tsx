import type { DeliveryAct, DeliveryView } from '@karez/contracts-exchange';
import { actWords } from '../../words/act-words.js';
import { OfficeModal } from '../office-modal.js';
import { AnswerRevokeForm } from './answer-revoke-form.js';
import { PrintForm } from './print-form.js';
import { ReasonForm } from './reason-form.js';
import { RefuseForm } from './refuse-form.js';
import { ReissueForm } from './reissue-form.js';
import { UrgeForm } from './urge-form.js';

export interface AskFormProps {
  view: DeliveryView;
  onClose: () => void;
}

/** The one more question that an act with `…` asks. */
export const DeliveryDialog = ({ view, act, onClose }: AskFormProps & { act: DeliveryAct }) => (
  <OfficeModal title={titleOf(act, view)} onClose={onClose}>
    <FormOf act={act} view={view} onClose={onClose} />
  </OfficeModal>
);

function titleOf(act: DeliveryAct, view: DeliveryView): string {
  if (act === 'decline_revoke') return '不同意收回';
  if (act === 'urge') return `催办 ${view.recipientName}`;
  return `${actWords(act, view.state).label}《${view.document.title}》`;
}

function FormOf({ act, ...props }: AskFormProps & { act: DeliveryAct }) {
  switch (act) {
    case 'reject':
    case 'return':
      return <RefuseForm act={act} {...props} />;
    case 'recall':
    case 'revoke':
      return <ReasonForm act={act} {...props} />;
    case 'agree_revoke':
    case 'decline_revoke':
      return <AnswerRevokeForm agree={act === 'agree_revoke'} {...props} />;
    case 'urge':
      return <UrgeForm {...props} />;
    case 'reissue':
      return <ReissueForm {...props} />;
    case 'print':
      return <PrintForm {...props} />;
    case 'sign':
    case 'resend':
    case 'acknowledge':
      return null; // happen at once
  }
}
