import type { DataScope } from '@karez/contracts-kernel';
import type { NewRole } from '../role/role.entity.js';

const reading = ['identity.org.read', 'identity.person.read'] as const;

/** 收发文: whoever sends and receives for a body. */
const exchanging = [
  ...(['exchange.document.read', 'exchange.document.write', 'exchange.document.seal'] as const),
  ...(['exchange.dispatch.read', 'exchange.dispatch.send'] as const),
  ...(['exchange.inbox.read', 'exchange.inbox.decide', 'exchange.inbox.print'] as const),
  ...(['exchange.directory.read', 'exchange.statistics.read', 'exchange.event.read'] as const),
] as const;
const overseeingExchange = [
  ...(['exchange.document.read', 'exchange.dispatch.read', 'exchange.inbox.read'] as const),
  ...(['exchange.directory.read', 'exchange.statistics.read'] as const),
] as const;

/** 日常办公: what everybody of the staff does at the own desk. */
const working = [
  ...(['oa.todo.read', 'oa.document.read', 'oa.document.draft', 'oa.document.handle', 'oa.notice.read', 'oa.contact.read'] as const),
  ...(['oa.schedule.read', 'oa.schedule.write', 'oa.request.submit', 'oa.supervision.read', 'oa.supervision.handle'] as const),
  ...(['oa.meeting.read', 'oa.archive.read', 'oa.search.read'] as const),
] as const;
/** 文书: the office's part of documents, meetings and requests. */
const keepingOffice = [
  ...(['oa.document.office', 'oa.incoming.register', 'oa.number.write', 'oa.notice.write', 'oa.contact.write'] as const),
  ...(['oa.meeting.write', 'oa.room.write', 'oa.request.serve'] as const),
] as const;
const leading = [
  ...(['oa.document.sign', 'oa.supervision.approve', 'oa.meeting.approve', 'oa.request.approve', 'oa.archive.approve'] as const),
  'oa.todo.statistics',
] as const;

/**
 * The roles that every installation starts with. The three administrators (三员) share no permission that changes
 * anything; each is to be held by a person who holds none of the other two.
 */
export const builtInRoles: readonly (NewRole & { readonly usual: DataScope })[] = [
  {
    ...{ code: 'system_admin', name: '系统管理员', adminClass: 'system', usual: 'all' },
    description: '管理机构、人员、角色、接入系统和交换节点；不能授权，不能看审计记录',
    permissions: [
      ...reading,
      ...(['identity.org.write', 'identity.person.write', 'identity.role.read', 'identity.role.write'] as const),
      ...(['identity.client.read', 'identity.client.write', 'identity.dead_letter.read', 'identity.dead_letter.replay'] as const),
      ...(['exchange.directory.read', 'exchange.key.read', 'exchange.peer.read', 'exchange.peer.write'] as const),
      ...(['exchange.calendar.write', 'exchange.webhook.write', 'exchange.dead_letter.read', 'exchange.dead_letter.replay'] as const),
      ...(['approval.calendar.write', 'approval.procedure.read', 'approval.procedure.write'] as const),
      ...(['approval.dead_letter.read', 'approval.dead_letter.replay'] as const),
      ...(['portal.dead_letter.read', 'portal.dead_letter.replay', 'oa.dead_letter.read', 'oa.dead_letter.replay'] as const),
    ],
  },
  {
    ...{ code: 'security_admin', name: '安全管理员', adminClass: 'security', usual: 'all' },
    description: '授予和收回角色，停用账号，重置密码，更换单位密钥',
    permissions: [
      ...reading,
      ...(['identity.person.disable', 'identity.role.read', 'identity.role.grant', 'identity.client.read'] as const),
      ...(['exchange.key.read', 'exchange.key.write'] as const),
    ],
  },
  {
    ...{ code: 'audit_admin', name: '审计管理员', adminClass: 'audit', usual: 'all' },
    description: '只查阅审计记录',
    permissions: ['identity.audit.read'],
  },
  {
    ...{ code: 'unit_admin', name: '单位管理员', usual: 'unit_and_below' },
    description: '管理本单位及下级单位的人员',
    permissions: [...reading, 'identity.person.write', 'identity.person.disable', 'identity.role.read', 'identity.role.grant'],
  },
  {
    ...{ code: 'clerk', name: '文书', usual: 'unit' },
    description: '查看本单位的机构和人员，办理日常文书，收发公文',
    permissions: [...reading, ...exchanging, ...working, ...keepingOffice],
  },
  {
    ...{ code: 'leader', name: '领导', usual: 'unit_and_below' },
    description: '查看本单位及下级单位的机构、人员和公文往来',
    permissions: [...reading, ...overseeingExchange, ...working, ...leading],
  },
  {
    ...{ code: 'officer', name: '工作人员', usual: 'unit' },
    description: '起草和办理公文，处理待办，查看通知、日程和通讯录，提出申请',
    permissions: [...reading, ...working],
  },
  {
    ...{ code: 'office_manager', name: '办公室主任', usual: 'unit_and_below' },
    description: '核稿，督查督办，办会，移交工作，查看办理时长',
    permissions: [
      ...[...working, ...keepingOffice],
      ...(['oa.document.vet', 'oa.supervision.write', 'oa.handover.write', 'oa.todo.statistics', 'oa.request.approve'] as const),
    ],
  },
  {
    ...{ code: 'archivist', name: '档案管理员', usual: 'unit_and_below' },
    description: '整编、检测、入库、借阅、鉴定和移交档案',
    permissions: [...working, 'oa.archive.write'],
  },
  {
    ...{ code: 'approval_window', name: '审批窗口', usual: 'unit' },
    description: '受理、补正、计入除外时间、送达，维护办事事项',
    permissions: [
      ...(['approval.case.read', 'approval.case.accept', 'approval.case.suspend', 'approval.case.deliver', 'approval.task.work'] as const),
      ...(['approval.item.write', 'approval.procedure.read', 'approval.licence.read', 'approval.statistics.read'] as const),
    ],
  },
  {
    ...{ code: 'approval_reviewer', name: '审批审查', usual: 'unit' },
    description: '办理本单位的审查任务',
    permissions: ['approval.case.read', 'approval.task.work'],
  },
  {
    ...{ code: 'approval_leader', name: '审批领导', usual: 'unit_and_below' },
    description: '作出许可决定、延长期限、督办，查看证件和统计',
    permissions: [
      ...(['approval.case.read', 'approval.case.decide', 'approval.case.extend', 'approval.case.urge', 'approval.task.work'] as const),
      ...(['approval.statistics.read', 'approval.licence.read', 'approval.licence.write'] as const),
    ],
  },
  {
    ...{ code: 'portal_editor', name: '门户编辑', usual: 'unit' },
    description: '采写文章，承办来信、公开申请和意见征集',
    permissions: [
      ...(['portal.article.read', 'portal.article.write', 'portal.letter.read', 'portal.letter.handle'] as const),
      ...(['portal.request.read', 'portal.request.handle', 'portal.hearing.write'] as const),
    ],
  },
  {
    ...{ code: 'portal_reviewer', name: '门户审核', usual: 'unit' },
    description: '审核、校对和保密审查文章',
    permissions: ['portal.article.read', 'portal.article.review'],
  },
  {
    ...{ code: 'portal_publisher', name: '门户发布', usual: 'unit_and_below' },
    description: '发布和撤下文章，转办来信，审定答复',
    permissions: [
      ...(['portal.article.read', 'portal.article.publish', 'portal.letter.read', 'portal.letter.approve'] as const),
      ...(['portal.request.read', 'portal.request.approve', 'portal.inspection.read', 'identity.org.read'] as const),
    ],
  },
  {
    ...{ code: 'portal_keeper', name: '门户管理', usual: 'unit_and_below' },
    description: '管理站点、栏目和文字检查词库',
    permissions: ['portal.article.read', 'portal.site.write', 'portal.word.write', 'portal.inspection.read', 'identity.org.read'],
  },
].map((role) => ({ ...role, builtIn: true }) as NewRole & { usual: DataScope });
