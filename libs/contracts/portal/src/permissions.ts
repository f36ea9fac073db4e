import { definePermissions } from '@karez/contracts-kernel';

export const portalPermissions = definePermissions({
  'portal.site.write': { zh: '管理站点、栏目和风格', en: 'Keep sites, columns and themes' },
  'portal.article.read': { zh: '查看稿件', en: 'See articles under work' },
  'portal.article.write': { zh: '起草、修改稿件', en: 'Write articles' },
  'portal.article.review': { zh: '审核、校对稿件', en: 'Review and proofread articles' },
  'portal.article.publish': { zh: '发布、撤下稿件', en: 'Publish and withdraw articles' },
  'portal.word.write': { zh: '维护检查词库', en: 'Keep the lists of the word check' },
  'portal.letter.read': { zh: '查看来信', en: 'See letters' },
  'portal.letter.handle': { zh: '办理来信', en: 'Answer letters' },
  'portal.letter.approve': { zh: '转办来信、审定答复', en: 'Route letters and approve answers' },
  'portal.request.read': { zh: '查看公开申请', en: 'See disclosure requests' },
  'portal.request.handle': { zh: '办理公开申请', en: 'Handle disclosure requests' },
  'portal.request.approve': { zh: '审定公开申请答复', en: 'Approve answers to disclosure requests' },
  'portal.hearing.write': { zh: '办理意见征集和调查', en: 'Hold consultations and surveys' },
  'portal.inspection.read': { zh: '查看网站自查', en: 'See the inspection board' },
  'portal.dead_letter.read': { zh: '查看待人工处理的消息', en: 'See dead letters' },
  'portal.dead_letter.replay': { zh: '重放待人工处理的消息', en: 'Replay dead letters' },
});
