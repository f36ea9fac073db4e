import { noticeColours, type SupervisionAct, type SupervisionView } from '@karez/contracts-oa';
import { type Question, wordsIn } from '../../app/ask-dialog.js';
import { shortDate } from '../../app/time.js';
import { OrgPicker } from '../../orgs/org-picker.js';
import { type ChosenPerson, PersonChoice } from '../../people/person-choice.js';
import { oa } from '../oa-client.js';
import { PartsField, partsIn } from './parts-field.js';
import { colourWord } from './supervision-words.js';

type Asked = Question<SupervisionView>;
type Values = Record<string, unknown>;
const text = (name: string, label: string, more: { required?: boolean; max: number; help?: string }) =>
  ({ kind: 'long', name, label, ...more }) as const;
const choice = (name: string, label: string, options: readonly (readonly [string, string])[]) =>
  ({ kind: 'choice', name, label, required: true, options: options.map(([value, word]) => ({ value, label: word })) }) as const;
const reason = text('reason', '理由', { required: true, max: 500 });
const said = (words: string) => (): string => words;

/** What each act asks, and who is told of it. */
export function supervisionQuestion(act: SupervisionAct, view: SupervisionView): Asked {
  const itemId = view.id;
  const own = view.parts.filter(({ mine, state }) => mine && state !== 'returned');
  const waiting = own.find(({ state }) => state === 'sent');
  const running = own.find(({ state }) => state !== 'sent');
  const asked = view.extensions.find(({ state }) => state === 'asked');
  const reasoned = (
    title: string,
    lead: string,
    call: (values: { itemId: string; reason: string }) => Promise<SupervisionView>,
    done: string,
  ): Asked => ({
    ...{ title, lead, submit: title, fields: [reason] },
    call: (values) => call({ itemId, reason: wordsIn(values, 'reason') ?? '' }),
    said: said(done),
  });
  const judged = (
    title: string,
    lead: string,
    call: (values: { itemId: string; decision: 'pass' | 'fail'; opinion?: string }) => Promise<SupervisionView>,
    yes: string,
    no: string,
  ): Asked => ({
    ...{ title, lead, submit: '提交' },
    fields: [choice('decision', '结论', [['pass', yes], ['fail', no]]), text('opinion', '意见', { max: 500 })], // prettier-ignore
    call: (values) => call({ itemId, decision: values['decision'] === 'pass' ? 'pass' : 'fail', ...optional(values, 'opinion') }),
    said: ({ state }) => (state === 'handling' ? '已退回承办单位继续办理。' : `${title}完成。`),
  });
  switch (act) {
    case 'establish':
      return {
        ...{ title: '立项', submit: '同意立项', lead: `立项后编号并交督查人员交办，办结期限 ${shortDate(view.dueAt)}。` },
        fields: [text('opinion', '批示', { max: 500 })],
        call: (values) => oa.establishSupervision({ itemId, ...optional(values, 'opinion') }),
        said: ({ number }) => `已立项，${number ?? ''}。`,
      };
    case 'refuse':
      return reasoned(
        '不予立项',
        '事项就此终止，登记人会看到理由。',
        (request) => oa.refuseSupervision(request),
        '已终止，理由已告知登记人。',
      );
    case 'assign':
      return {
        ...{
          title: view.leadOrgId ? '改派主办单位' : '交办',
          submit: '交办',
          lead: `${shortDate(view.dueAt)} 前办结。各单位签收前可以退回重派。`,
        },
        fields: [
          { kind: 'own', name: 'leadOrgId', label: '主办单位', required: true, control: <OrgPicker /> },
          { kind: 'own', name: 'assists', label: '协办单位', help: '可不填；期限不填与主办相同', control: <PartsField /> },
        ],
        call: (values) =>
          oa.assignSupervision({ itemId, leadOrgId: wordsIn(values, 'leadOrgId') ?? '', assists: partsIn(values, 'assists') }),
        said: ({ leadOrgName }) => `已交${leadOrgName ?? ''}主办，等待签收。`,
      };
    case 'accept':
      return {
        ...{ title: '签收', submit: '签收', lead: '签收后由经办人办理，期限从交办时起算。' },
        fields: [{ kind: 'own', name: 'handler', label: '经办人', help: '不填由本人办理', control: <PersonChoice /> }],
        call: (values) => oa.acceptSupervision({ itemId, partId: waiting?.id ?? '', ...handlerIn(values) }),
        said: said('已签收。'),
      };
    case 'give_back':
      return {
        ...reasoned('退回重派', '退回后由督查人员另行交办。', () => Promise.reject(new Error('unused')), '已退回。'),
        call: (values) => oa.giveBackSupervision({ itemId, partId: waiting?.id ?? '', reason: wordsIn(values, 'reason') ?? '' }),
      };
    case 'divide':
      return {
        ...{ title: '分解任务', submit: '分解', lead: `各单位期限不能晚于 ${shortDate(view.dueAt)}。` },
        fields: [{ kind: 'own', name: 'parts', label: '承办单位', required: true, control: <PartsField /> }],
        call: (values) => oa.divideSupervision({ itemId, parts: partsIn(values, 'parts') }),
        said: said('任务已分解，等待各单位签收。'),
      };
    case 'report':
      return {
        ...{ title: '反馈进展', submit: '提交反馈', draftKey: `oa.supervision.${itemId}` },
        lead: running?.role === 'assist' ? '进度填 100 表示本单位任务已完成。' : '督办单位和领导都能看到；全部完成后请“申请办结”。',
        fields: [
          { kind: 'text', name: 'progress', label: '进度（%）', required: true, pattern: [/^(100|[1-9]?\d)$/, '填 0 到 100 的整数'] },
          text('text', '进展', { required: true, max: 4000 }),
          text('difficulty', '存在问题', { max: 2000 }),
        ],
        initial: { progress: String(running?.progress ?? 0) },
        call: (values) =>
          oa.reportSupervision({
            ...{ itemId, partId: running?.id ?? '', progress: Number(values['progress']), text: wordsIn(values, 'text') ?? '' },
            ...optional(values, 'difficulty'),
          }),
        said: said('进展已反馈。'),
      };
    case 'ask_extension':
      return {
        ...{
          title: '申请延期',
          submit: '提交申请',
          lead: `原期限 ${shortDate(view.dueAt)}，由${view.leaderName ?? '督办领导'}审批；批准前仍按原期限亮灯。`,
        },
        fields: [{ kind: 'date', name: 'until', label: '延至', required: true }, reason],
        call: (values) => oa.askExtension({ itemId, until: wordsIn(values, 'until') ?? '', reason: wordsIn(values, 'reason') ?? '' }),
        said: said('延期申请已提交。'),
      };
    case 'decide_extension':
      return {
        ...{ title: '审批延期', submit: '提交', lead: asked ? `${asked.orgName}申请延至 ${shortDate(asked.until)}：${asked.reason}` : '' },
        fields: [choice('decision', '决定', [['grant', '同意延期'], ['refuse', '不同意']]), text('text', '意见', { max: 500 })], // prettier-ignore
        call: (values) =>
          oa.decideExtension({
            itemId,
            extensionId: asked?.id ?? '',
            decision: values['decision'] === 'grant' ? 'grant' : 'refuse',
            ...optional(values, 'text'),
          }),
        said: ({ dueAt }) => `已决定，期限为 ${shortDate(dueAt)}。`,
      };
    case 'urge':
      return {
        ...{ title: '发督办单', submit: '发出', lead: '所有未办完的单位和经办人都会收到。' },
        fields: [
          choice(
            'colour',
            '督办单',
            noticeColours.map((colour) => [colour, colourWord[colour]] as const),
          ),
          text('text', '内容', { required: true, max: 500 }),
        ],
        initial: { colour: view.lamp === 'red' ? 'yellow' : 'blue' },
        call: (values) =>
          oa.urgeSupervision({
            itemId,
            colour: noticeColours.find((each) => each === values['colour']) ?? 'blue',
            text: wordsIn(values, 'text') ?? '',
          }),
        said: ({ notices }) => `督办单已发出，送达 ${notices[0]?.reached ?? 0} 个待办。`,
      };
    case 'ask_closing':
      return {
        ...{
          title: '申请办结',
          submit: '提交办结报告',
          draftKey: `oa.supervision.result.${itemId}`,
          lead: '由督查人员审核，领导确认后销号。',
        },
        fields: [text('result', '办结报告', { required: true, max: 8000 })],
        initial: { result: view.result },
        call: (values) => oa.askClosing({ itemId, result: wordsIn(values, 'result') ?? '' }),
        said: said('办结报告已提交审核。'),
      };
    case 'review':
      return judged('审核办结', view.result ?? '', (request) => oa.reviewSupervision(request), '审核通过，报领导确认', '不通过，继续办理');
    case 'confirm':
      return judged('确认销号', view.result ?? '', (request) => oa.confirmSupervision(request), '同意销号', '不同意，继续办理');
    case 'evaluate':
      return {
        ...{ title: '评价', submit: '提交评价', lead: '计入承办单位的督办成绩，提交后不能修改。' },
        fields: [
          choice(
            'score',
            '评分',
            (['5', '4', '3', '2', '1'] as const).map((score) => [score, `${score} 分`] as const),
          ),
          text('text', '说明', { max: 500 }),
        ],
        call: (values) => oa.evaluateSupervision({ itemId, score: Number(values['score']), ...optional(values, 'text') }),
        said: said('已评价。'),
      };
    case 'archive':
      return {
        title: '归档',
        submit: '归档',
        lead: '归档后只能查阅。',
        fields: [],
        call: () => oa.archiveSupervision({ itemId }),
        said: said('已归档。'),
      };
    case 'suspend':
      return reasoned('暂停', '暂停期间不计时，恢复时顺延相同的工作日。', (request) => oa.suspendSupervision(request), '已暂停。');
    case 'resume':
      return {
        ...{ title: '恢复', submit: '恢复办理', lead: `因“${view.suspendedReason ?? ''}”暂停；恢复后期限顺延暂停的工作日。`, fields: [] },
        call: () => oa.resumeSupervision({ itemId }),
        said: ({ dueAt }) => `已恢复，期限为 ${shortDate(dueAt)}。`,
      };
    case 'terminate':
      return reasoned('中止', '中止后不能恢复，各单位的待办一并撤回。', (request) => oa.terminateSupervision(request), '已中止。');
  }
}

const optional = <Name extends string>(values: Values, name: Name): Partial<Record<Name, string>> => {
  const words = wordsIn(values, name);
  return (words ? { [name]: words } : {}) as Partial<Record<Name, string>>;
};
const handlerIn = (values: Values): { handlerId?: string } => {
  const handler = values['handler'] as ChosenPerson | undefined;
  return handler ? { handlerId: handler.id } : {};
};
