import { command, deadLetterApi, defineApi, Empty, pageOf, query } from '@karez/contracts-kernel';
import { ApplicantCodeSent, ApplicantRegistered, RegisterApplicant, RequestApplicantCode, SignInApplicant } from './applicant.js';
import { AuditRow, ListAudit } from './audit.js';
import { ClientRow, DisableClient, ListClients, RegisterClient } from './client.js';
import { ChangePassword, ConfirmFactor, FactorEnrolment, Me, RecoveryCodes, UpdateMe } from './me.js';
import { ListNotifications, NotificationRow, ReadNotification } from './notification.js';
import { CreateOrg, DirectoryRow, GetOrg, GetOrgTree, ListDirectory, ListOrgs, OrgHistory, OrgRow, OrgTree, OrgView, ReorganiseOrg } from './org.js';
import { AssignPost, CreatePerson, DisablePerson, EnablePerson, EndPost, GetPerson, ListPeople, PasswordReset, PersonCreated, PersonRow, PersonView, ResetPassword, UpdatePerson } from './person.js';
import { CreateRole, GetRole, GrantRole, GrantRow, ListGrants, ListRoles, PermissionCatalogue, RemoveRole, RoleRow, RoleView, UpdateRole, WithdrawRole } from './role.js';
import { ClientToken, EndSession, RefreshSession, SessionList, SignedIn, SignIn, SignInClient, StepUp, SteppedUp, SwitchPost } from './session.js';
import { Authority, GetAuthority, Jwks, ListSessionChanges, SessionChanges } from './system.js';

const v = { version: 1 } as const;

/** Signing in and the caller's own account. */
export const sessionApi = defineApi('identity', {
  signIn: command({ ...v, http: 'POST /identity/sessions', needs: 'anyone', limit: 'sign-in', request: SignIn, response: SignedIn, summary: '登录' }),
  refreshSession: command({ ...v, http: 'POST /identity/sessions/refresh', needs: 'anyone', limit: 'sign-in', request: RefreshSession, response: SignedIn, summary: '续期登录' }),
  signOut: command({ ...v, http: 'DELETE /identity/sessions/current', needs: 'signed-in', request: Empty, response: Empty, summary: '退出登录' }),
  stepUp: command({ ...v, http: 'POST /identity/sessions/current/step-up', needs: 'staff', limit: 'sign-in', request: StepUp, response: SteppedUp, summary: '二次验证' }),
  switchPost: command({ ...v, http: 'POST /identity/sessions/current/post', needs: 'staff', request: SwitchPost, response: Me, summary: '切换岗位' }),
  listSessions: query({ ...v, http: 'GET /identity/me/sessions', needs: 'signed-in', request: Empty, response: SessionList, summary: '我的登录' }),
  endSession: command({ ...v, http: 'DELETE /identity/me/sessions/:sessionId', needs: 'signed-in', request: EndSession, response: Empty, summary: '结束一次登录' }),
  signInClient: command({ ...v, http: 'POST /identity/token', needs: 'anyone', limit: 'sign-in', request: SignInClient, response: ClientToken, summary: '接入系统登录（private_key_jwt）' }),
  getMe: query({ ...v, http: 'GET /identity/me', needs: 'signed-in', request: Empty, response: Me, summary: '我的账号' }),
  updateMe: command({ ...v, http: 'POST /identity/me', needs: 'staff', request: UpdateMe, response: Me, summary: '修改联系方式' }),
  changePassword: command({ ...v, http: 'POST /identity/me/password', needs: 'signed-in', limit: 'sign-in', request: ChangePassword, response: Empty, summary: '修改密码' }),
  enrolFactor: command({ ...v, http: 'POST /identity/me/factors', needs: 'staff', request: Empty, response: FactorEnrolment, summary: '绑定身份验证器' }),
  confirmFactor: command({ ...v, http: 'POST /identity/me/factors/confirm', needs: 'staff', limit: 'sign-in', request: ConfirmFactor, response: RecoveryCodes, summary: '确认绑定' }),
  removeFactor: command({ ...v, http: 'DELETE /identity/me/factors', needs: 'staff', stepUp: true, request: Empty, response: Empty, summary: '解除绑定' }),
  listNotifications: query({ ...v, http: 'GET /identity/me/notifications', needs: 'staff', request: ListNotifications, response: pageOf(NotificationRow), summary: '我的提醒' }),
  readNotification: command({ ...v, http: 'POST /identity/me/notifications/:notificationId/read', needs: 'staff', request: ReadNotification, response: Empty, summary: '提醒已读' }),
  readAllNotifications: command({ ...v, http: 'POST /identity/me/notifications/read', needs: 'staff', request: Empty, response: Empty, summary: '提醒全部已读' }),
});

/** Bodies, people, roles, clients, applicants, audit. */
export const directoryApi = defineApi('identity', {
  listDirectory: query({ ...v, http: 'GET /identity/directory', needs: 'anyone', request: ListDirectory, response: pageOf(DirectoryRow), summary: '公开机构目录' }),
  listOrgs: query({ ...v, http: 'GET /identity/orgs', needs: 'identity.org.read', request: ListOrgs, response: pageOf(OrgRow), summary: '查找机构' }),
  getOrg: query({ ...v, http: 'GET /identity/orgs/:orgId', needs: 'identity.org.read', request: GetOrg, response: OrgView, summary: '机构详情' }),
  getOrgTree: query({ ...v, http: 'GET /identity/orgs/:orgId/tree', needs: 'identity.org.read', request: GetOrgTree, response: OrgTree, summary: '下级机构' }),
  getOrgHistory: query({ ...v, http: 'GET /identity/orgs/:orgId/history', needs: 'identity.org.read', request: GetOrg, response: OrgHistory, summary: '机构沿革' }),
  createOrg: command({ ...v, http: 'POST /identity/orgs', needs: 'identity.org.write', status: 201, request: CreateOrg, response: OrgView, summary: '设立机构' }),
  reorganiseOrg: command({ ...v, http: 'POST /identity/orgs/:orgId/reorganise', needs: 'identity.org.write', request: ReorganiseOrg, response: OrgView, summary: '机构更名、划转、合并、撤销' }),
  listPeople: query({ ...v, http: 'GET /identity/people', needs: 'identity.person.read', request: ListPeople, response: pageOf(PersonRow), summary: '查找人员' }),
  getPerson: query({ ...v, http: 'GET /identity/people/:personId', needs: 'identity.person.read', request: GetPerson, response: PersonView, summary: '人员详情' }),
  createPerson: command({ ...v, http: 'POST /identity/people', needs: 'identity.person.write', status: 201, request: CreatePerson, response: PersonCreated, summary: '登记人员' }),
  updatePerson: command({ ...v, http: 'POST /identity/people/:personId', needs: 'identity.person.write', request: UpdatePerson, response: PersonView, summary: '修改人员信息' }),
  disablePerson: command({ ...v, http: 'POST /identity/people/:personId/disable', needs: 'identity.person.disable', request: DisablePerson, response: PersonView, summary: '停用账号' }),
  enablePerson: command({ ...v, http: 'POST /identity/people/:personId/enable', needs: 'identity.person.disable', request: EnablePerson, response: PersonView, summary: '启用账号' }),
  resetPassword: command({ ...v, http: 'POST /identity/people/:personId/password', needs: 'identity.person.disable', request: ResetPassword, response: PasswordReset, summary: '重置密码' }),
  assignPost: command({ ...v, http: 'POST /identity/people/:personId/posts', needs: 'identity.person.write', request: AssignPost, response: PersonView, summary: '安排岗位' }),
  endPost: command({ ...v, http: 'POST /identity/people/:personId/posts/:postId/end', needs: 'identity.person.write', request: EndPost, response: PersonView, summary: '免去岗位' }),
  listRoles: query({ ...v, http: 'GET /identity/roles', needs: 'identity.role.read', request: ListRoles, response: pageOf(RoleRow), summary: '查看角色' }),
  getRole: query({ ...v, http: 'GET /identity/roles/:roleId', needs: 'identity.role.read', request: GetRole, response: RoleView, summary: '角色详情' }),
  listPermissions: query({ ...v, http: 'GET /identity/permissions', needs: 'identity.role.read', request: Empty, response: PermissionCatalogue, summary: '权限目录' }),
  createRole: command({ ...v, http: 'POST /identity/roles', needs: 'identity.role.write', status: 201, request: CreateRole, response: RoleView, summary: '新建角色' }),
  updateRole: command({ ...v, http: 'POST /identity/roles/:roleId', needs: 'identity.role.write', request: UpdateRole, response: RoleView, summary: '修改角色' }),
  removeRole: command({ ...v, http: 'DELETE /identity/roles/:roleId', needs: 'identity.role.write', request: RemoveRole, response: Empty, summary: '删除角色' }),
  listGrants: query({ ...v, http: 'GET /identity/roles/:roleId/grants', needs: 'identity.role.read', request: ListGrants, response: pageOf(GrantRow), summary: '角色授予了谁' }),
  grantRole: command({ ...v, http: 'POST /identity/people/:personId/roles', needs: 'identity.role.grant', request: GrantRole, response: PersonView, summary: '授予角色' }),
  withdrawRole: command({ ...v, http: 'DELETE /identity/people/:personId/roles/:grantId', needs: 'identity.role.grant', request: WithdrawRole, response: PersonView, summary: '收回角色' }),
  listClients: query({ ...v, http: 'GET /identity/clients', needs: 'identity.client.read', request: ListClients, response: pageOf(ClientRow), summary: '接入系统' }),
  registerClient: command({ ...v, http: 'POST /identity/clients', needs: 'identity.client.write', stepUp: true, status: 201, request: RegisterClient, response: ClientRow, summary: '登记接入系统' }),
  disableClient: command({ ...v, http: 'POST /identity/clients/:clientId/disable', needs: 'identity.client.write', request: DisableClient, response: ClientRow, summary: '停用接入系统' }),
  requestApplicantCode: command({ ...v, http: 'POST /identity/applicants/codes', needs: 'anyone', limit: 'public-write', request: RequestApplicantCode, response: ApplicantCodeSent, summary: '发送注册验证码' }),
  registerApplicant: command({ ...v, http: 'POST /identity/applicants', needs: 'anyone', limit: 'public-write', status: 201, request: RegisterApplicant, response: ApplicantRegistered, summary: '申请人注册' }),
  signInApplicant: command({ ...v, http: 'POST /identity/applicants/sessions', needs: 'anyone', limit: 'sign-in', request: SignInApplicant, response: SignedIn, summary: '申请人登录' }),
  listAudit: query({ ...v, http: 'GET /identity/audit', needs: 'identity.audit.read', request: ListAudit, response: pageOf(AuditRow), summary: '审计记录' }),
});

/** For the gateway and the other services, over the bus only. */
export const authorityApi = defineApi('identity', {
  getAuthority: query({ ...v, needs: 'system', request: GetAuthority, response: Authority, summary: '换取授权凭据' }),
  getJwks: query({ ...v, http: 'GET /identity/jwks', needs: 'anyone', request: Empty, response: Jwks, summary: '公开的签名公钥' }),
  listSessionChanges: query({ ...v, needs: 'system', request: ListSessionChanges, response: SessionChanges, summary: '已结束或变更的登录' }),
});
export const identityApi = { ...sessionApi, ...directoryApi, ...authorityApi, ...deadLetterApi('identity') };

