import { definePermissions } from '@karez/contracts-kernel';

export const approvalPermissions = definePermissions({
  'approval.item.write': { zh: '导入、开放和暂停办事事项', en: 'Import, open and pause items' },
  'approval.case.read': { zh: '查看办件', en: 'See cases' },
  'approval.case.accept': { zh: '窗口受理、补正、不予受理', en: 'Accept, correct and refuse at the window' },
  'approval.case.suspend': { zh: '计入、结束除外时间', en: 'Begin and end excluded time' },
  'approval.case.extend': { zh: '延长办理期限', en: 'Extend a limit' },
  'approval.case.decide': { zh: '作出许可决定', en: 'Decide on licences' },
  'approval.case.deliver': { zh: '送达决定和证件', en: 'Deliver decisions and licences' },
  'approval.case.urge': { zh: '督办', en: 'Urge' },
  'approval.task.work': { zh: '办理审查任务', en: 'Work on tasks' },
  'approval.procedure.read': { zh: '查看审批流程', en: 'See procedures' },
  'approval.procedure.write': { zh: '发布审批流程', en: 'Publish procedures' },
  'approval.calendar.write': { zh: '维护审批工作日历', en: 'Keep the working calendar' },
  'approval.licence.read': { zh: '查看许可证件', en: 'See licences' },
  'approval.licence.write': { zh: '撤销许可', en: 'Revoke licences' },
  'approval.statistics.read': { zh: '查看审批统计', en: 'See statistics' },
  'approval.dead_letter.read': { zh: '查看待人工处理的消息', en: 'See dead letters' },
  'approval.dead_letter.replay': { zh: '重放待人工处理的消息', en: 'Replay dead letters' },
});
