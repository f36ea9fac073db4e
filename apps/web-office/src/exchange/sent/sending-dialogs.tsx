import type { ActedOn, DeliveryRow, DispatchView } from '@karez/contracts-exchange';
import { AddRecipientsDialog } from './add-recipients-dialog.js';
import { AcknowledgeDialog, RecallDialog, RevokeDialog } from './reason-dialogs.js';
import { ReissueDialog } from './reissue-dialog.js';

/** An act with one more question. */
export type Asked =
  | { readonly act: 'recall'; readonly rows: readonly DeliveryRow[]; readonly all?: boolean }
  | { readonly act: 'revoke' | 'reissue' | 'acknowledge'; readonly rows: readonly DeliveryRow[] }
  | { readonly act: 'add' };

export interface AskedProps {
  row: DeliveryRow;
  onClose: () => void;
}

interface SendingDialogsProps {
  dispatch: DispatchView;
  asked: Asked;
  onClose: () => void;
  onActed: (answer: ActedOn) => void;
}

/** The question that belongs to an act. Loaded with the first act that asks. */
export function SendingDialogs({ dispatch, asked, onClose, onActed }: SendingDialogsProps) {
  if (asked.act === 'add') return <AddRecipientsDialog dispatch={dispatch} onClose={onClose} />;
  const [row] = asked.rows;
  if (!row) return null;
  switch (asked.act) {
    case 'recall':
      return <RecallDialog {...{ dispatch, onClose, onActed }} rows={asked.rows} all={asked.all === true} />;
    case 'revoke':
      return <RevokeDialog row={row} onClose={onClose} />;
    case 'reissue':
      return <ReissueDialog row={row} dispatch={dispatch} onClose={onClose} />;
    case 'acknowledge':
      return <AcknowledgeDialog row={row} onClose={onClose} />;
  }
}
