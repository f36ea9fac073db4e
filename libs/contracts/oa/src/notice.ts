import { command, defineApi, defineFlow, ListRequest, pageOf, query, type StateOf } from '@karez/contracts-kernel';
import { IsArray, IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Length } from 'class-validator';

/** 通知: registered, then closed for good. */
export const noticeFlow = defineFlow('open', { open: ['closed'], closed: [] });
export type NoticeState = StateOf<typeof noticeFlow>;
export const noticeStates = Object.keys(noticeFlow.moves) as NoticeState[];
export const noticeActs = ['close'] as const;
export type NoticeAct = (typeof noticeActs)[number];

export class NoticeView {
  @IsUUID() id!: string;
  @IsString() name!: string;
  @IsIn(noticeStates) state!: NoticeState;
  /** The body it belongs to. */
  @IsUUID() orgId!: string;
  @IsISO8601() registeredAt!: string;
  @IsOptional() @IsISO8601() closedAt?: string;
  @IsOptional() @IsString() closedReason?: string;
  @IsInt() version!: number;
  /** What the caller may do with it now. */
  @IsArray() @IsIn(noticeActs, { each: true }) acts!: NoticeAct[];
}
export class ListNotices extends ListRequest {
  @IsOptional() @IsIn(noticeStates) state?: NoticeState;
  @IsOptional() @IsIn(['-registered', 'name']) sort?: '-registered' | 'name';
}
export class GetNotice {
  @IsUUID() noticeId!: string;
}
/** It belongs to the body for which the caller acts. */
export class RegisterNotice {
  @IsString() @Length(1, 80) name!: string;
}
export class CloseNotice {
  @IsUUID() noticeId!: string;
  @IsString() @Length(1, 500) reason!: string;
}

export const noticeApi = defineApi('oa', {
  listNotices: query({
    version: 1,
    http: 'GET /oa/notices',
    needs: 'oa.notice.read',
    request: ListNotices,
    response: pageOf(NoticeView),
    summary: '查找通知',
  }),
  getNotice: query({
    version: 1,
    http: 'GET /oa/notices/:noticeId',
    needs: 'oa.notice.read',
    request: GetNotice,
    response: NoticeView,
    summary: '通知详情',
  }),
  registerNotice: command({
    version: 1,
    http: 'POST /oa/notices',
    needs: 'oa.notice.write',
    status: 201,
    request: RegisterNotice,
    response: NoticeView,
    summary: '登记通知',
  }),
  closeNotice: command({
    version: 1,
    http: 'POST /oa/notices/:noticeId/close',
    needs: 'oa.notice.write',
    request: CloseNotice,
    response: NoticeView,
    summary: '关闭通知',
  }),
});
