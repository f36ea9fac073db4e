import { definePermissions } from '@karez/contracts-kernel';

export const approvalPermissions = definePermissions({
  'approval.item.read': { zh: '查看事项', en: 'See items' },
  'approval.item.write': { zh: '登记、关闭事项', en: 'Register and close items' },
  'approval.dead_letter.read': { zh: '查看待人工处理的消息', en: 'See dead letters' },
  'approval.dead_letter.replay': { zh: '重放待人工处理的消息', en: 'Replay dead letters' },
});
