import { command, defineApi, pageOf, query } from '@karez/contracts-kernel';
import * as acts from './supervision-acts.js';
import * as board from './supervision-board.js';
import { SupervisionRow, SupervisionView } from './supervision-item.js';

const v = { version: 1, response: SupervisionView } as const;
const read = { version: 1, needs: 'oa.supervision.read' } as const;
const write = { ...v, needs: 'oa.supervision.write' } as const;
const handle = { ...v, needs: 'oa.supervision.handle' } as const;
const approve = { ...v, needs: 'oa.supervision.approve' } as const;
const at = 'POST /oa/supervision/:itemId' as const;

export const supervisionListApi = defineApi('oa', {
  listSupervisions: query({
    ...{ ...read, http: 'GET /oa/supervision', request: acts.ListSupervisions },
    ...{ response: pageOf(SupervisionRow), summary: '督办事项' },
  }),
  getSupervision: query({
    ...{ ...read, http: 'GET /oa/supervision/:itemId', request: acts.SupervisionOf },
    ...{ response: SupervisionView, summary: '督办事项详情' },
  }),
  getSupervisionBoard: query({
    ...{ ...read, http: 'GET /oa/supervision-board', request: board.GetSupervisionBoard },
    ...{ response: board.SupervisionBoard, summary: '督办看板' },
  }),
  registerSupervision: command({
    ...{ ...write, http: 'POST /oa/supervision', status: 201 },
    ...{ request: acts.RegisterSupervision, summary: '登记督办事项' },
  }),
  listBulletins: query({
    ...{ ...read, http: 'GET /oa/supervision-bulletins', request: board.ListBulletins },
    ...{ response: pageOf(board.BulletinRow), summary: '督查通报' },
  }),
  getBulletin: query({
    ...{ ...read, http: 'GET /oa/supervision-bulletins/:bulletinId', request: board.BulletinOf },
    ...{ response: board.BulletinView, summary: '督查通报详情' },
  }),
  issueBulletin: command({
    ...{ version: 1, needs: 'oa.supervision.write', http: 'POST /oa/supervision-bulletins', status: 201 },
    ...{ request: board.IssueBulletin, response: board.BulletinView, summary: '印发督查通报' },
  }),
});

export const supervisionActApi = defineApi('oa', {
  establishSupervision: command({ ...approve, http: `${at}/establish`, request: acts.EstablishSupervision, summary: '督办立项' }),
  refuseSupervision: command({ ...approve, http: `${at}/refuse`, request: acts.ReasonedSupervision, summary: '不予立项' }),
  assignSupervision: command({ ...write, http: `${at}/assign`, request: acts.AssignSupervision, summary: '交办' }),
  acceptSupervision: command({ ...handle, http: `${at}/accept`, request: acts.AcceptSupervision, summary: '签收督办事项' }),
  giveBackSupervision: command({ ...handle, http: `${at}/give-back`, request: acts.GiveBackSupervision, summary: '退回重派' }),
  divideSupervision: command({ ...handle, http: `${at}/divide`, request: acts.DivideSupervision, summary: '分解任务' }),
  reportSupervision: command({ ...handle, http: `${at}/reports`, request: acts.ReportSupervision, summary: '反馈进展' }),
  askExtension: command({ ...handle, http: `${at}/extensions`, request: acts.AskExtension, summary: '申请延期' }),
  decideExtension: command({ ...approve, http: `${at}/extensions/:extensionId`, request: acts.DecideExtension, summary: '审批延期' }),
  urgeSupervision: command({ ...write, http: `${at}/urge`, request: acts.UrgeSupervision, summary: '发督办单' }),
  askClosing: command({ ...handle, http: `${at}/ask-closing`, request: acts.AskClosing, summary: '申请办结' }),
  reviewSupervision: command({ ...write, http: `${at}/review`, request: acts.ReviewSupervision, summary: '审核办结' }),
  confirmSupervision: command({ ...approve, http: `${at}/confirm`, request: acts.ConfirmSupervision, summary: '确认销号' }),
  evaluateSupervision: command({ ...write, http: `${at}/evaluate`, request: acts.EvaluateSupervision, summary: '评价' }),
  archiveSupervision: command({ ...write, http: `${at}/archive`, request: acts.SupervisionOf, summary: '督办归档' }),
  suspendSupervision: command({ ...write, http: `${at}/suspend`, request: acts.ReasonedSupervision, summary: '暂停督办' }),
  resumeSupervision: command({ ...write, http: `${at}/resume`, request: acts.SupervisionOf, summary: '恢复督办' }),
  terminateSupervision: command({ ...write, http: `${at}/terminate`, request: acts.ReasonedSupervision, summary: '中止督办' }),
});
export const supervisionApi = { ...supervisionListApi, ...supervisionActApi };
