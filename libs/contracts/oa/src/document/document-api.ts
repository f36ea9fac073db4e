import { command, defineApi, pageOf, query } from '@karez/contracts-kernel';
import * as acts from './document-acts.js';
import { RenditionLink, OutgoingRow, DocumentVersionView, OutgoingView } from './document-view.js';

const read = { version: 1, needs: 'oa.document.read' } as const;
const work = { version: 1, needs: 'oa.document.handle', response: OutgoingView } as const;
const office = { ...work, needs: 'oa.document.office' } as const;
const at = 'POST /oa/documents/:documentId' as const;

/** Reading, drafting, and what handlers do until it is signed. */
export const draftApi = defineApi('oa', {
  listOutgoing: query({ ...read, http: 'GET /oa/documents', request: acts.ListOutgoing, response: pageOf(OutgoingRow), summary: '发文' }),
  getOutgoing: query({
    ...read,
    http: 'GET /oa/documents/:documentId',
    request: acts.OutgoingOf,
    response: OutgoingView,
    summary: '发文详情',
  }),
  getVersion: query({
    ...{ ...read, http: 'GET /oa/documents/:documentId/versions/:number' },
    ...{ request: acts.VersionOf, response: DocumentVersionView, summary: '发文稿本' },
  }),
  getRendition: query({
    ...{ ...read, http: 'GET /oa/documents/:documentId/rendition' },
    ...{ request: acts.OutgoingOf, response: RenditionLink, summary: '发文版式件' },
  }),
  draftOutgoing: command({
    ...{ version: 1, needs: 'oa.document.draft', http: 'POST /oa/documents', status: 201 },
    ...{ request: acts.DraftOutgoing, response: OutgoingView, summary: '拟稿' },
  }),
  saveText: command({ ...work, http: `${at}/text`, request: acts.SaveText, summary: '保存公文内容' }),
  openOutgoing: command({ ...work, needs: 'oa.document.read', http: `${at}/open`, request: acts.OutgoingOf, summary: '打开待办公文' }),
  forwardOutgoing: command({ ...work, http: `${at}/forward`, request: acts.ForwardOutgoing, summary: '送下一环节' }),
  opineOutgoing: command({ ...work, http: `${at}/opinions`, request: acts.OpineOutgoing, summary: '会签' }),
  returnOutgoing: command({ ...work, http: `${at}/return`, request: acts.ReasonedOutgoing, summary: '退回拟稿人' }),
  recallOutgoing: command({ ...work, http: `${at}/recall`, request: acts.OutgoingOf, summary: '撤回送出' }),
  signOutgoing: command({
    ...{ ...work, needs: 'oa.document.sign', http: `${at}/sign`, stepUp: true },
    ...{ request: acts.SignOutgoing, summary: '签发' },
  }),
  urgeOutgoing: command({ ...work, http: `${at}/urge`, request: acts.OutgoingOf, summary: '催办公文' }),
  voidOutgoing: command({ ...work, http: `${at}/void`, request: acts.ReasonedOutgoing, summary: '作废公文' }),
});
/** What the office of the issuing body does with a signed document. */
export const issueApi = defineApi('oa', {
  recheckOutgoing: command({ ...office, http: `${at}/recheck`, request: acts.JudgeOutgoing, summary: '复核' }),
  numberOutgoing: command({ ...office, http: `${at}/number`, request: acts.NumberOutgoing, summary: '登记编号' }),
  typesetOutgoing: command({ ...office, http: `${at}/typeset`, request: acts.OutgoingOf, summary: '排版' }),
  proofreadOutgoing: command({ ...office, http: `${at}/proofread`, request: acts.JudgeOutgoing, summary: '校对' }),
  sealOutgoing: command({ ...office, http: `${at}/seal`, stepUp: true, request: acts.SealOutgoing, summary: '用印' }),
  distributeOutgoing: command({ ...office, http: `${at}/distribute`, stepUp: true, request: acts.DistributeOutgoing, summary: '分发' }),
  closeOutgoing: command({ ...office, http: `${at}/close`, request: acts.OutgoingOf, summary: '办结公文' }),
});
export const documentApi = { ...draftApi, ...issueApi };
