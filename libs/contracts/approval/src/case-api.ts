import { command, defineApi, pageOf, query } from '@karez/contracts-kernel';
import {
  AcceptCase,
  ActWithReason,
  CaseCounts,
  CaseRow,
  CaseView,
  CheckedCase,
  CorrectCase,
  DecideCase,
  DeliverCase,
  DraftCase,
  ExtendCase,
  GetCase,
  GetProgress,
  ListCases,
  ListMyCases,
  MaterialLink,
  OpenMaterial,
  ProgressView,
  PutMaterial,
  RateCase,
  RefuseCase,
  ReviewMaterial,
  SaveForm,
  SubmitCase,
  SupersedeCase,
  SuspendCase,
} from './case.js';

const v = { version: 1 } as const;
const mine = { ...v, needs: 'applicant', response: CaseView } as const;
const window = { ...v, needs: 'approval.case.accept', response: CaseView } as const;
const at = <A extends string>(act: A) => `POST /approval/cases/:caseId/${act}` as const;
export const caseApi = defineApi('approval', {
  draftCase: command({ ...mine, http: 'POST /approval/cases', status: 201, request: DraftCase, summary: '新建申请' }),
  saveForm: command({ ...mine, http: 'PUT /approval/cases/:caseId/form', request: SaveForm, summary: '暂存申请表' }),
  putMaterial: command({ ...mine, http: at('materials'), request: PutMaterial, summary: '上传材料', deadlineMs: 10_000 }),
  checkCase: query({
    ...{ ...v, http: 'GET /approval/cases/:caseId/check', needs: 'applicant' },
    ...{ request: GetCase, response: CheckedCase, summary: '提交前检查' },
  }),
  submitCase: command({ ...mine, http: at('submit'), request: SubmitCase, summary: '提交申请', deadlineMs: 10_000 }),
  discardCase: command({ ...mine, http: at('discard'), request: GetCase, summary: '删除草稿' }),
  withdrawCase: command({ ...mine, http: at('withdraw'), request: ActWithReason, summary: '撤回申请' }),
  rateCase: command({ ...mine, http: at('rating'), request: RateCase, summary: '评价（好差评）' }),
  listMyCases: query({
    ...{ ...v, http: 'GET /approval/my/cases', needs: 'applicant' },
    ...{ request: ListMyCases, response: pageOf(CaseRow), summary: '我的办件' },
  }),
  getCase: query({
    ...{ ...v, http: 'GET /approval/cases/:caseId', needs: 'signed-in' },
    ...{ request: GetCase, response: CaseView, summary: '办件详情' },
  }),
  openMaterial: command({
    ...{ ...v, http: at('open-material'), needs: 'signed-in' },
    ...{ request: OpenMaterial, response: MaterialLink, summary: '打开材料' },
  }),
  listCases: query({
    ...{ ...v, http: 'GET /approval/cases', needs: 'approval.case.read' },
    ...{ request: ListCases, response: pageOf(CaseRow), summary: '办件' },
  }),
  countCases: query({
    ...{ ...v, http: 'GET /approval/case-counts', needs: 'approval.case.read' },
    ...{ request: ListCases, response: CaseCounts, summary: '办件数' },
  }),
  reviewMaterial: command({ ...window, http: at('review-material'), request: ReviewMaterial, summary: '审查材料' }),
  acceptCase: command({ ...window, http: at('accept'), request: AcceptCase, summary: '受理' }),
  correctCase: command({ ...window, http: at('correct'), request: CorrectCase, summary: '一次性告知补正' }),
  refuseCase: command({ ...window, http: at('refuse'), request: RefuseCase, summary: '不受理、不予受理' }),
  supersedeCase: command({ ...window, http: at('supersede'), request: SupersedeCase, summary: '以新申请取代' }),
  suspendCase: command({
    ...{ ...v, http: at('suspend'), needs: 'approval.case.suspend' },
    ...{ request: SuspendCase, response: CaseView, summary: '计入除外时间' },
  }),
  resumeCase: command({
    ...{ ...v, http: at('resume'), needs: 'approval.case.suspend' },
    ...{ request: ActWithReason, response: CaseView, summary: '除外时间结束' },
  }),
  extendCase: command({
    ...{ ...v, http: at('extend'), needs: 'approval.case.extend' },
    ...{ request: ExtendCase, response: CaseView, summary: '延长期限' },
  }),
  decideCase: command({
    ...{ ...v, http: at('decision'), needs: 'approval.case.decide' },
    ...{ request: DecideCase, response: CaseView, summary: '作出许可决定' },
  }),
  deliverCase: command({
    ...{ ...v, http: at('deliver'), needs: 'approval.case.deliver' },
    ...{ request: DeliverCase, response: CaseView, summary: '送达' },
  }),
  urgeCase: command({
    ...{ ...v, http: at('urge'), needs: 'approval.case.urge' },
    ...{ request: ActWithReason, response: CaseView, summary: '督办' },
  }),
  getProgress: query({
    ...{ ...v, http: 'GET /approval/public/progress', needs: 'anyone' },
    ...{ request: GetProgress, response: ProgressView, summary: '公开查询办件进度' },
  }),
});
