import { PrinterOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import type { ActOffer, DeliveryAct, DeliveryView } from '@karez/contracts-exchange';
import type { ProblemError } from '@karez/web-client';
import type { Act } from '@karez/web-ui';
import type { ReactNode } from 'react';
import { api } from '../../app/api.js';
import { actWords } from '../words/act-words.js';
import { arrange } from './arrange-acts.js';
import { useDeliveryAct } from './use-delivery-act.js';
import { useEvidence } from './use-evidence.js';

export interface DeliveryActs {
  readonly primary?: Act;
  readonly others: readonly Act[];
  readonly aside: readonly (Act & { readonly icon?: ReactNode })[];
  /** Not possible now and not on the bar: said on demand. */
  readonly unavailable: readonly { readonly label: string; readonly reason: string }[];
  readonly refusals: readonly { readonly key: string; readonly problem: ProblemError; readonly dismiss: () => void }[];
  /** Signs, when that is possible now. */
  readonly sign?: () => void;
}

interface Asked {
  readonly incomingNumber: string;
  /** Opens the dialog of an act that asks one more question. */
  readonly onAsk: (act: DeliveryAct) => void;
}

/** What may be done with this delivery now: from the offers that came with it, never from the screen. */
export function useDeliveryActs(view: DeliveryView, { incomingNumber, onAsk }: Asked): DeliveryActs {
  const deliveryId = view.id;
  const sign = useDeliveryAct(api.exchange.signDelivery, {
    said: ({ document, receiptNumber }) => `已签收《${document.title}》${receiptNumber ? `，回执 ${receiptNumber}` : ''}。`,
  });
  const resend = useDeliveryAct(api.exchange.resendDelivery, { said: ({ recipientName }) => `正在重新投递给${recipientName}。` });
  const acknowledge = useDeliveryAct(api.exchange.acknowledgeReturn, { said: ({ number }) => `已确认退文${number}。` });
  const evidence = useEvidence(view);
  const number = incomingNumber.trim();
  const atOnce: Partial<Record<DeliveryAct, { readonly run: () => void; readonly busy: boolean }>> = {
    sign: { run: () => sign.run({ deliveryId, ...(number && { incomingNumber: number }) }), busy: sign.busy },
    resend: { run: () => resend.run({ deliveryId }), busy: resend.busy },
    acknowledge: { run: () => acknowledge.run({ deliveryId }), busy: acknowledge.busy },
  };
  const actOf = ({ act, reason }: ActOffer): Act => ({
    ...{ key: act, ...actWords(act, view.state), busy: atOnce[act]?.busy ?? false },
    onAct: () => (atOnce[act] ? atOnce[act].run() : onAsk(act)),
    ...(reason && { refusedBecause: reason }),
  });
  const { primary, others, print, unavailable } = arrange(view);
  const signs = view.acts.some(({ act, reason }) => act === 'sign' && !reason);
  return {
    ...(primary && { primary: actOf(primary) }),
    others: others.map(actOf),
    aside: [
      {
        key: 'evidence',
        label: '证据文件',
        icon: <SafetyCertificateOutlined />,
        busy: evidence.busy,
        onAct: () => evidence.run({ deliveryId }),
      },
      ...(print ? [{ ...actOf(print), icon: <PrinterOutlined /> }] : []),
    ],
    unavailable: unavailable.map(({ act, reason = '' }) => ({ label: actWords(act, view.state).label, reason })),
    refusals: [sign, resend, acknowledge, evidence].flatMap(({ refusal, dismiss }, at) =>
      refusal ? [{ key: String(at), problem: refusal, dismiss }] : [],
    ),
    ...(signs && !sign.busy && atOnce.sign && { sign: atOnce.sign.run }),
  };
}
