import type { ErrorTable } from '@karez/contracts-kernel';

const refusal = (status: 404 | 409 | 422 | 403 | 500, zh: string, en: string) => ({ status, zh, en });

/** Every refusal of the engine, for the error table of the contract of a service that uses it. */
export const workflowErrors = {
  'workflow.procedure_unknown': refusal(404, '没有流程“{code}”（第 {version} 版）。', 'No procedure {code} version {version}.'),
  'workflow.procedure_refused': refusal(
    422,
    '流程“{code}”有 {count} 处错误，没有发布。',
    'Procedure {code} has {count} errors and was not published.',
  ),
  'workflow.version_taken': refusal(
    409,
    '流程“{code}”第 {version} 版已发布，内容不能再改；请用新的版本号。',
    'Version {version} of {code} is published and cannot change.',
  ),
  'workflow.version_order': refusal(409, '流程“{code}”的下一版应为第 {expected} 版。', 'The next version of {code} is {expected}.'),
  'workflow.task_closed': refusal(409, '任务已由{by}于 {at} 办结（{outcome}）。', 'The task was closed by {by} at {at} ({outcome}).'),
  'workflow.task_claimed': refusal(409, '任务已由{by}于 {at} 签收。', 'The task was claimed by {by} at {at}.'),
  'workflow.task_waiting': refusal(
    409,
    '加签的意见还没有到齐，任务暂不能办理。',
    'The task waits for the signatures that were asked for before it.',
  ),
  'workflow.task_not_yours': refusal(403, '这项任务不由您办理。', 'The task is not yours.'),
  'workflow.task_without_pool': refusal(
    409,
    '任务是指定给您的，不能退回待领；可以转办。',
    'The task was given to you by name; transfer it instead.',
  ),
  'workflow.command_not_allowed': refusal(409, '“{node}”环节不允许这项操作（{command}）。', 'Step {node} does not allow {command}.'),
  'workflow.outcome_unknown': refusal(422, '“{node}”环节的办理结果只能是：{allowed}。', 'Step {node} takes these outcomes: {allowed}.'),
  'workflow.reason_missing': refusal(422, '请写明理由。', 'Give the reason.'),
  'workflow.return_not_earlier': refusal(
    422,
    '不能退回到“{node}”：它不是本环节之前办过的环节。',
    'Cannot return to {node}: it is no earlier step of this line.',
  ),
  'workflow.instance_over': refusal(409, '办理已结束（{state}）。', 'The instance is over ({state}).'),
  'workflow.instance_suspended': refusal(409, '办理已中止（{kind}，自 {since}）。', 'The instance is suspended ({kind}) since {since}.'),
  'workflow.instance_not_suspended': refusal(409, '办理没有中止。', 'The instance is not suspended.'),
  'workflow.instance_stuck': refusal(
    500,
    '这一步会使流程停在“{at}”无人办理，已撤销这一步。',
    'The step would leave the instance stuck at {at}; it was undone.',
  ),
  'workflow.nobody_to_act': refusal(422, '“{node}”环节找不到办理人（{role}）。', 'Nobody holds the role {role} of step {node}.'),
  'workflow.guard_failed': refusal(
    422,
    '“{node}”环节的条件（{edge}）无法判断：{reason}。',
    'The condition {edge} at {node} cannot be decided: {reason}.',
  ),
  'workflow.no_way': refusal(422, '“{node}”之后没有符合条件的去向。', 'No condition holds after {node}, and it has no default.'),
  'workflow.decision_failed': refusal(422, '决策表“{table}”没有结论：{reason}。', 'Decision table {table} gives no answer: {reason}.'),
  'workflow.handler_unknown': refusal(
    500,
    '自动环节“{node}”没有登记处理程序“{handler}”。',
    'No handler {handler} for the automatic step {node}.',
  ),
  'workflow.too_many_steps': refusal(
    500,
    '流程在“{node}”附近自动循环，已撤销这一步。',
    'The procedure runs in circles near {node}; the step was undone.',
  ),
  'workflow.migrate_node_missing': refusal(409, '新版流程没有环节“{node}”，无法迁移。', 'The new version has no step {node}.'),
  'workflow.migrate_kind_changed': refusal(
    409,
    '环节“{node}”在新版流程中性质不同，无法迁移。',
    'Step {node} is of another kind in the new version.',
  ),
  'workflow.migrate_would_stick': refusal(
    409,
    '迁移后流程会停在“{node}”，无法迁移。',
    'In the new version the instance would be stuck at {node}.',
  ),
  // findings about a procedure
  'workflow.check.node_doubled': refusal(422, '编号“{at}”重复。', 'The id {at} is used twice.'),
  'workflow.check.id_invalid': refusal(
    422,
    '编号“{at}”只能由字母、数字、下划线和连字符组成。',
    'The id {at} has other characters than letters, digits, _ and -.',
  ),
  'workflow.check.kind_unknown': refusal(
    422,
    '环节“{at}”的类型“{kind}”不能执行。',
    'Node {at} is of the kind {kind}, which cannot be executed.',
  ),
  'workflow.check.start_count': refusal(422, '流程须有一个开始环节，现有 {count} 个。', 'A procedure has one start; found {count}.'),
  'workflow.check.end_missing': refusal(422, '流程没有结束环节。', 'The procedure has no end.'),
  'workflow.check.edge_end_unknown': refusal(422, '连线“{at}”指向不存在的环节“{node}”。', 'Edge {at} names the unknown node {node}.'),
  'workflow.check.edge_direction': refusal(
    422,
    '连线“{at}”不能进入开始环节或离开结束环节。',
    'Edge {at} enters the start or leaves an end.',
  ),
  'workflow.check.dead_end': refusal(422, '环节“{at}”之后没有去向。', 'Node {at} leads nowhere.'),
  'workflow.check.unreachable': refusal(422, '环节“{at}”到不了。', 'Node {at} cannot be reached.'),
  'workflow.check.no_exit': refusal(422, '从环节“{at}”出发永远到不了结束环节。', 'From node {at} no end can be reached.'),
  'workflow.check.split_without_gateway': refusal(
    422,
    '环节“{at}”有 {count} 个去向，请用网关分流。',
    'Node {at} has {count} ways out; use a gateway.',
  ),
  'workflow.check.join_incomplete': refusal(422, '汇合网关“{at}”等不到所有分支。', 'The join {at} may wait for ever.'),
  'workflow.check.step_twice': refusal(
    422,
    '环节“{at}”可能被同时办理两次：并行分支没有用汇合网关合并。',
    'Node {at} may be done twice at once: parallel branches meet without a join.',
  ),
  'workflow.check.too_large': refusal(422, '流程过于复杂，无法核对。', 'The procedure is too large to be checked.'),
  'workflow.check.default_missing': refusal(
    422,
    '网关“{at}”没有默认去向，条件可能都不成立。',
    'Gateway {at} has no default and its conditions may all fail.',
  ),
  'workflow.check.default_doubled': refusal(422, '网关“{at}”有多个默认去向。', 'Gateway {at} has more than one default.'),
  'workflow.check.guard_misplaced': refusal(
    422,
    '连线“{at}”不能有条件：只有单选、多选网关的去向可以有。',
    'Edge {at} cannot have a condition.',
  ),
  'workflow.check.guard_invalid': refusal(
    422,
    '连线“{at}”的条件不能编译：{reason}。',
    'The condition of edge {at} does not compile: {reason}.',
  ),
  'workflow.check.role_missing': refusal(422, '环节“{at}”没有写明办理角色。', 'Node {at} names no role.'),
  'workflow.check.role_unknown': refusal(422, '环节“{at}”的角色“{role}”不存在。', 'Node {at} names the unknown role {role}.'),
  'workflow.check.handler_unknown': refusal(
    422,
    '环节“{at}”的处理程序“{handler}”没有登记。',
    'Node {at} names the unknown handler {handler}.',
  ),
  'workflow.check.ratio_invalid': refusal(
    422,
    '环节“{at}”的通过比例应大于 0 且不大于 1。',
    'The ratio of node {at} is above 0 and at most 1.',
  ),
  'workflow.check.limit_invalid': refusal(
    422,
    '环节“{at}”的时限应为正整数（工作日）。',
    'The limit of node {at} is a positive number of working days.',
  ),
  'workflow.check.table_unknown': refusal(
    422,
    '环节“{at}”的决策表“{table}”不存在。',
    'Node {at} names the unknown decision table {table}.',
  ),
  'workflow.check.table_invalid': refusal(422, '决策表“{at}”有误：{reason}。', 'Decision table {at} is wrong: {reason}.'),
  'workflow.check.table_overlap': refusal(
    422,
    '决策表“{at}”的规则 {first} 与 {second} 重叠。',
    'Rules {first} and {second} of table {at} overlap.',
  ),
  'workflow.check.table_incomplete': refusal(422, '决策表“{at}”对 {sample} 没有规则。', 'Table {at} has no rule for {sample}.'),
  'workflow.bpmn_unreadable': refusal(422, 'BPMN 文件不能读取：{reason}。', 'The BPMN file cannot be read: {reason}.'),
  'workflow.dmn_unreadable': refusal(422, 'DMN 文件不能读取：{reason}。', 'The DMN file cannot be read: {reason}.'),
} satisfies ErrorTable;
