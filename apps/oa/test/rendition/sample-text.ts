import type { Block, Issuer, OfficialText } from '@karez/contracts-oa';

export const host = '新疆维吾尔自治区水利厅';
export const issuer = (name: string, signer?: string): Issuer => ({
  orgId: '0192f0c4-0000-7000-8000-000000000001',
  name,
  ...(signer && { signer }),
});
export const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
export const heading = (level: 1 | 2 | 3 | 4, text: string): Block => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text }],
});

/** A circular of one short paragraph; what a test is about is given. */
export const sampleText = (more: Partial<OfficialText> = {}): OfficialText => ({
  ...{ genre: 'circular', layout: 'general', urgency: 'none', disclosure: 'active', upward: false, issuers: [issuer(host)] },
  ...{ number: { code: '新水办', year: 2026, serial: 7 }, title: '关于做好冬季输水期间水量调度工作的通知' },
  ...{ addressees: [{ name: '各地、州、市水利（水务）局' }, { name: '各流域管理机构' }], annexes: [], copies: [] },
  ...{ body: { type: 'doc', content: [paragraph('现就做好冬季输水期间水量调度工作通知如下。')] }, formedOn: '2026-11-07' },
  ...more,
});
