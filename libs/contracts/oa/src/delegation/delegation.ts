import { command, defineApi, defineFlow, ListRequest, pageOf, query, type StateOf } from '@karez/contracts-kernel';
import { ArrayMaxSize, IsArray, IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { type TodoKind, todoKinds } from '../todo/todo.js';

/** 委托代办: granted, and in force between its two moments unless it is taken back before. */
export const delegationFlow = defineFlow('granted', { granted: ['revoked'], revoked: [] });
export type DelegationState = StateOf<typeof delegationFlow>;
/** How it stands now: 未开始, 代办中, 已到期, 已收回. */
export const delegationStandings = ['coming', 'running', 'over', 'revoked'] as const;
export type DelegationStanding = (typeof delegationStandings)[number];
export const delegationStandingWords: Readonly<Record<DelegationStanding, string>> = {
  ...{ coming: '未开始', running: '代办中', over: '已到期', revoked: '已收回' },
};
/** The longest period, in days. */
export const longestDelegation = 366;

export class DelegationView {
  @IsUUID() id!: string;
  @IsUUID() fromId!: string;
  @IsString() fromName!: string;
  @IsUUID() toId!: string;
  @IsString() toName!: string;
  /** Empty: everything. */
  @IsArray() @IsIn(todoKinds, { each: true }) kinds!: TodoKind[];
  @IsISO8601() from!: string;
  @IsISO8601() until!: string;
  @IsOptional() @IsString() reason?: string;
  @IsIn(delegationStandings) standing!: DelegationStanding;
  @IsOptional() @IsISO8601() revokedAt?: string;
  @IsArray() @IsIn(['revoke'], { each: true }) acts!: 'revoke'[];
}
/** Those that the caller granted and those granted to the caller, the latest first. */
export class ListDelegations extends ListRequest {
  @IsOptional() @IsIn(['granted', 'received']) tab?: 'granted' | 'received';
  @IsOptional() @IsIn(['running']) standing?: 'running';
}
export class GrantDelegation {
  @IsUUID() toId!: string;
  @IsArray() @ArrayMaxSize(todoKinds.length) @IsIn(todoKinds, { each: true }) kinds!: TodoKind[];
  @IsISO8601() from!: string;
  @IsISO8601() until!: string;
  @IsOptional() @IsString() @Length(1, 200) reason?: string;
}
export class DelegationOf {
  @IsUUID() delegationId!: string;
}

const v = { version: 1, needs: 'oa.todo.read' } as const;
export const delegationApi = defineApi('oa', {
  listDelegations: query({
    ...{ ...v, http: 'GET /oa/delegations', request: ListDelegations },
    ...{ response: pageOf(DelegationView), summary: '委托代办' },
  }),
  grantDelegation: command({
    ...{ ...v, http: 'POST /oa/delegations', status: 201 },
    ...{ request: GrantDelegation, response: DelegationView, summary: '委托他人代办' },
  }),
  revokeDelegation: command({
    ...{ ...v, http: 'POST /oa/delegations/:delegationId/revoke' },
    ...{ request: DelegationOf, response: DelegationView, summary: '收回委托' },
  }),
});
