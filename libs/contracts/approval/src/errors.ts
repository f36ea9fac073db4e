import { defineErrors } from '@karez/contracts-kernel';

export const approvalErrors = defineErrors({
  // the catalogue
  'approval.item.unknown': { status: 404, zh: '没有编码为 {code} 的事项。', en: 'There is no item {code}.' },
  'approval.item.closed': { status: 409, zh: '“{name}”暂停受理，请关注公告。', en: 'Item {name} takes no applications now.' },
  'approval.item.applicant_kind': {
    status: 422,
    zh: '“{name}”不受理这类申请人的申请。',
    en: 'Item {name} is not open to this kind of applicant.',
  },
  'approval.import.nothing': {
    status: 422,
    zh: '没有可导入的内容：请给出 JSON 或工作簿之一。',
    en: 'Give items as JSON or as a workbook.',
  },
  'approval.import.workbook_unreadable': {
    status: 422,
    zh: '工作簿无法读取，请用 XLSX 格式另存后再导入。',
    en: 'The workbook cannot be read; save it as XLSX.',
  },
  'approval.import.refused': {
    status: 422,
    zh: '导入有 {count} 处问题，没有写入任何内容。首处：{where} {field}：{message}',
    en: '{count} problems, nothing was imported. First: {where} {field}: {message}',
  },
  // the case
  'approval.case.act_refused': { status: 409, zh: '不能这样办理：{reason}。', en: 'Not possible in state {state}: {reason}' },
  'approval.case.form_invalid': { status: 422, zh: '申请表有 {count} 处需要修改：{first}', en: 'The form has {count} problems: {first}' },
  'approval.case.form_unknown_field': { status: 422, zh: '申请表没有“{field}”这一项。', en: 'The form has no field {field}.' },
  'approval.case.form_too_large': { status: 422, zh: '申请表内容过长。', en: 'The form is too large.' },
  'approval.case.material_missing': { status: 422, zh: '缺少必需的材料：{names}。', en: 'Required materials are missing: {names}.' },
  'approval.case.material_unknown': { status: 422, zh: '材料清单中没有“{code}”。', en: 'The item asks for no material {code}.' },
  'approval.case.material_mode': {
    status: 422,
    zh: '“{name}”不能以这种方式提交（容缺或告知承诺）。',
    en: 'Material {name} cannot be handed in this way.',
  },
  'approval.case.file_unknown': {
    status: 422,
    zh: '文件不存在，或不是您上传的，请重新上传。',
    en: 'A file does not exist or is not yours.',
  },
  'approval.case.file_waiting': { status: 409, zh: '文件“{name}”还在查毒，通过后即可提交。', en: 'File {name} waits for its virus scan.' },
  'approval.case.file_refused': { status: 409, zh: '文件“{name}”不能使用，请换一个文件。', en: 'File {name} cannot be used.' },
  'approval.case.review_missing': {
    status: 422,
    zh: '有材料审查不通过（{names}），不能受理，请通知补正或不予受理。',
    en: 'Materials did not pass: {names}.',
  },
  'approval.case.competent_missing': {
    status: 422,
    zh: '不属于本机关职权的，须告知申请人向哪个机关申请。',
    en: 'Name the body that the applicant should turn to.',
  },
  'approval.case.incomplete_before_correction': {
    status: 422,
    zh: '材料不齐的应当先一次性告知补正，不能直接不予受理。',
    en: 'Ask for a correction first.',
  },
  'approval.case.no_extension': { status: 422, zh: '本事项不能延长期限。', en: 'This item cannot be extended.' },
  'approval.case.exclusion_cap': {
    status: 422,
    zh: '{name}最多计入 {cap} 个工作日的除外时间。',
    en: 'At most {cap} working days of {name} may be excluded.',
  },
  'approval.case.needs_no_licence': {
    status: 422,
    zh: '按所填情况不需要办理本事项：{text}。',
    en: 'By what was filled in, no application is needed: {text}',
  },
  // the public
  'approval.progress.not_found': { status: 404, zh: '办件编号或校验码有误。', en: 'The number or the check code is wrong.' },
  'approval.progress.too_many': {
    status: 429,
    zh: '校验码错误次数过多，请 {seconds} 秒后再试。',
    en: 'Too many wrong codes; try again in {seconds} s.',
  },
  'approval.verify.not_found': { status: 404, zh: '没有这个核验码，请核对后重新输入。', en: 'There is no such code.' },
  'approval.verify.tampered': {
    status: 409,
    zh: '核验未通过：登记内容与签发时不一致，请勿采信，并联系签发机关。',
    en: 'The register differs from what was sealed: do not rely on this document.',
  },
  // tasks and procedures
  'approval.task.taken': { status: 409, zh: '任务已由 {name} 领取。', en: 'The task was taken by {name}.' },
  'approval.task.over': { status: 409, zh: '任务已办结或已取消（{state}）。', en: 'The task is {state} already.' },
  'approval.task.not_yours': { status: 403, zh: '任务不是您领取的，不能办理。', en: 'The task is not yours.' },
  'approval.task.paused': { status: 409, zh: '办件在除外时间内，暂不能办理。', en: 'The case is suspended.' },
  'approval.task.no_such_node': { status: 422, zh: '不能退回到“{node}”。', en: 'The task cannot go back to {node}.' },
  'approval.task.opinion_missing': { status: 422, zh: '不同意的须写明理由。', en: 'A disagreement needs its reasons.' },
  'approval.task.waiting': { status: 409, zh: '任务正等待加签人先签署。', en: 'The task waits for those who sign before.' },
  'approval.task.not_allowed': { status: 409, zh: '这项任务不能这样办理。', en: 'The task does not allow that.' },
  'approval.task.nobody': { status: 422, zh: '“{node}”环节没有可以办理的处室。', en: 'Nobody acts in step {node}.' },
  'approval.procedure.unknown': { status: 404, zh: '没有审批流程 {code}。', en: 'There is no procedure {code}.' },
  'approval.procedure.invalid': { status: 422, zh: '审批流程有误：{reason}', en: 'The procedure is not valid: {reason}' },
  // documents
  'approval.document.not_ready': { status: 409, zh: '文书正在生成，请稍候再打开。', en: 'The document is being made.' },
  'approval.licence.over': { status: 409, zh: '许可已经失效，不能再撤销。', en: 'The licence is over already.' },
  // the calendar
  'approval.calendar.wrong_year': { status: 422, zh: '{day} 不在 {year} 年内。', en: '{day} is not in {year}.' },
  'approval.calendar.day_twice': { status: 422, zh: '{day} 出现了两次。', en: '{day} is listed twice.' },
  'approval.calendar.day_invalid': { status: 422, zh: '“{day}”不是有效日期。', en: '{day} is no date.' },
  'approval.calendar.year_bare': { status: 422, zh: '{year} 年标为已公布，却没有任何安排。', en: '{year} is published and lists no day.' },
  'approval.statistics.period': { status: 422, zh: '起止日期有误，或超过一年。', en: 'The period is not valid, or longer than a year.' },
});
