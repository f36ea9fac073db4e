import { definePermissions } from '@karez/contracts-kernel';

export const identityPermissions = definePermissions({
  'identity.org.read': { zh: '查看机构', en: 'See bodies' },
  'identity.org.write': { zh: '设立、更名、撤并机构', en: 'Create, rename and reorganise bodies' },
  'identity.person.read': { zh: '查看人员', en: 'See people' },
  'identity.person.write': { zh: '登记、修改人员和岗位', en: 'Register and change people and their posts' },
  'identity.person.disable': { zh: '停用、启用账号，重置密码', en: 'Disable and enable accounts, reset passwords' },
  'identity.role.read': { zh: '查看角色和授权', en: 'See roles and grants' },
  'identity.role.write': { zh: '设置角色', en: 'Define roles' },
  'identity.role.grant': { zh: '授予、收回角色', en: 'Grant and withdraw roles' },
  'identity.client.read': { zh: '查看接入系统', en: 'See service clients' },
  'identity.client.write': { zh: '登记、停用接入系统', en: 'Register and disable service clients' },
  'identity.audit.read': { zh: '查阅审计记录', en: 'Read the audit records' },
  'identity.dead_letter.read': { zh: '查看待人工处理的消息', en: 'See dead letters' },
  'identity.dead_letter.replay': { zh: '重放待人工处理的消息', en: 'Replay dead letters' },
});
