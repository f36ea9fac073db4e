import { definePermissions } from '@karez/contracts-kernel';

export const portalPermissions = definePermissions({
  'portal.article.read': { zh: '查看文章', en: 'See articles' },
  'portal.article.write': { zh: '登记、关闭文章', en: 'Register and close articles' },
  'portal.dead_letter.read': { zh: '查看待人工处理的消息', en: 'See dead letters' },
  'portal.dead_letter.replay': { zh: '重放待人工处理的消息', en: 'Replay dead letters' },
});
