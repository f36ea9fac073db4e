import { definePermissions } from '@karez/contracts-kernel';

export const oaPermissions = definePermissions({
  'oa.notice.read': { zh: '查看通知', en: 'See notices' },
  'oa.notice.write': { zh: '登记、关闭通知', en: 'Register and close notices' },
  'oa.dead_letter.read': { zh: '查看待人工处理的消息', en: 'See dead letters' },
  'oa.dead_letter.replay': { zh: '重放待人工处理的消息', en: 'Replay dead letters' },
});
