import type { DeliveryEventKind, DeliveryEventView, DeliveryView } from '@karez/contracts-exchange';

export const eventOf = (seq: number, kind: DeliveryEventKind, more: Partial<DeliveryEventView> = {}): DeliveryEventView => ({
  ...{ seq, kind, at: '2026-11-24T02:12:00.000Z', data: {} },
  ...more,
});

/** An invented delivery that waits to be signed for, for the specs. */
export const deliveryOf = (more: Partial<DeliveryView> = {}): DeliveryView => ({
  ...{
    id: '00000000-0000-7000-8000-000000000001',
    dispatchId: '00000000-0000-7000-8000-000000000002',
    side: 'recipient',
    state: 'delivered',
  },
  ...{
    senderId: 's',
    senderName: '沙枣河流域管理局',
    recipientId: 'r',
    recipientName: '胡杨县水利局',
    role: 'primary',
    direction: 'upward',
  },
  document: {
    ...{ title: '冬季输水与冰凌防范工作的请示', documentType: 'request', issueDate: '2026-11-23', urgency: 'extra_urgent' },
    documentNumber: { agencyCode: '沙流局发', year: 2026, serial: 86 },
  },
  ...{ number: '沙流局发〔2026〕86号', digest: 'ab'.repeat(32), files: [], sentAt: '2026-11-24T02:11:00.000Z' },
  ...{ arrivedAt: '2026-11-24T02:12:00.000Z', attempts: 1, urged: 0, printQuota: 3, printed: 0, prints: [], checks: [], acts: [] },
  timeline: [eventOf(1, 'delivered', { receiptNumber: 'BG-2026-0000000A' })],
  ...more,
});
