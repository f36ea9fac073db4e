import { defineErrors } from '@karez/contracts-kernel';

export const supervisionErrors = defineErrors({
  'oa.supervision.act_refused': {
    status: 409,
    zh: '该事项现为“{state}”，不能这样办理；请刷新后再看。',
    en: 'The item is {state} now and that act is not possible.',
  },
  'oa.supervision.part_refused': { status: 409, zh: '该单位的承办任务现为“{state}”，不能这样办理。', en: 'That part is {state} now.' },
  'oa.supervision.due_past': { status: 422, zh: '办结期限 {day} 已过，请重新选择。', en: 'The last day {day} has passed.' },
  'oa.supervision.due_beyond': {
    status: 422,
    zh: '承办期限 {day} 晚于事项的办结期限 {last}。',
    en: 'The part is due on {day}, after the item itself ({last}).',
  },
  'oa.supervision.body_twice': { status: 422, zh: '{org}已承办该事项，不能重复交办。', en: '{org} has a part of it already.' },
  'oa.supervision.body_unknown': { status: 422, zh: '所选单位不存在或已撤销。', en: 'That body does not exist.' },
  'oa.supervision.parts_open': {
    status: 409,
    zh: '还有协办单位未报办结：{orgs}。请先催办，或在办结报告中写明原因并由其退回。',
    en: 'Bodies have not reported yet: {orgs}.',
  },
  'oa.supervision.extension_open': { status: 409, zh: '已有一项延期申请等待审批。', en: 'An extension is waiting to be decided.' },
  'oa.supervision.extension_decided': { status: 409, zh: '该延期申请已由{by}决定。', en: '{by} has decided that extension already.' },
  'oa.supervision.extension_shorter': { status: 422, zh: '延期后的期限须晚于原期限 {last}。', en: 'The new day must lie after {last}.' },
  'oa.supervision.period_invalid': { status: 422, zh: '起止日期颠倒或超过一年。', en: 'The period is reversed or longer than a year.' },
});
