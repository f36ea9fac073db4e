import { type DocumentAct, type OutgoingView, forwardPhases, verdicts } from '@karez/contracts-oa';
import { type Question, wordsIn } from '../../app/ask-dialog.js';
import { oa } from '../oa-client.js';
import { forwardWord, verdictWord } from './document-words.js';
import { NumberChoice } from './number-choice.js';
import { PeopleChoice } from './people-choice.js';

type Asked = Question<OutgoingView>;
type Values = Record<string, unknown>;
const long = (name: string, label: string, more: { required?: boolean; max: number; help?: string }) =>
  ({ kind: 'long', name, label, ...more }) as const;
const optional = <Name extends string>(values: Values, name: Name): Partial<Record<Name, string>> => {
  const words = wordsIn(values, name);
  return (words ? { [name]: words } : {}) as Partial<Record<Name, string>>;
};

/** What each act asks, and who is told of it. `settle` saves the text first: what is sent on or signed is what stands on the sheet. */
export function documentQuestion(act: DocumentAct, view: OutgoingView, settle: () => Promise<string | undefined>): Asked {
  const documentId = view.id;
  const unsaved = (): never => {
    throw new Error('the text could not be saved');
  };
  const judged = (
    title: string,
    lead: string,
    no: string,
    call: (request: { documentId: string; decision: 'pass' | 'return'; opinion?: string }) => Promise<OutgoingView>,
  ): Asked => ({
    ...{ title, lead, submit: '提交' },
    fields: [
      { kind: 'choice', name: 'decision', label: '结论', required: true, options: [{ value: 'pass', label: '通过' }, { value: 'return', label: no }] }, // prettier-ignore
      long('opinion', '意见', { max: 500 }),
    ],
    initial: { decision: 'pass' },
    call: (values) => call({ documentId, decision: values['decision'] === 'pass' ? 'pass' : 'return', ...optional(values, 'opinion') }),
    said: ({ waitingFor }) => `${title}完成${waitingFor.length ? `，现由${waitingFor.join('、')}办理` : ''}。`,
  });
  const plain = (title: string, lead: string, call: () => Promise<OutgoingView>, said: string): Asked => ({ ...{ title, lead, submit: title, fields: [] }, call, said: () => said }); // prettier-ignore
  switch (act) {
    case 'forward':
      return {
        ...{ title: '送下一环节', submit: '送出', lead: '对方打开之前可以撤回。会签可选多人，同时进行。' },
        fields: [
          {
            kind: 'choice',
            name: 'to',
            label: '送到',
            required: true,
            options: forwardPhases.map((value) => ({ value, label: forwardWord[value] })),
          },
          { kind: 'own', name: 'handlers', label: '办理人', required: true, control: <PeopleChoice /> },
          long('opinion', view.state === 'drafting' ? '附言' : '意见', { max: 2000 }),
        ],
        initial: { to: view.state === 'drafting' ? 'reviewing' : 'signing' },
        call: async (values) => {
          if (view.writable && !(await settle())) unsaved();
          const handlers = ((values['handlers'] as string[] | undefined) ?? []).map((personId) => ({ personId }));
          const to = forwardPhases.find((each) => each === values['to']) ?? 'reviewing';
          return oa.forwardOutgoing({ documentId, to, handlers, ...optional(values, 'opinion') });
        },
        said: ({ waitingFor }) => `已送${waitingFor.join('、')}。`,
      };
    case 'opine':
      return {
        ...{
          title: '会签',
          submit: '提交意见',
          draftKey: `oa.opinion.${documentId}`,
          lead: '提交后不能修改；需要改动正文的请写明，由主办单位修改。',
        },
        fields: [
          {
            kind: 'choice',
            name: 'verdict',
            label: '结论',
            required: true,
            options: verdicts.map((value) => ({ value, label: verdictWord[value] })),
          },
          long('text', '意见', { max: 2000 }),
        ],
        initial: { verdict: 'agree' },
        call: (values) =>
          oa.opineOutgoing({
            documentId,
            verdict: verdicts.find((each) => each === values['verdict']) ?? 'noted',
            ...optional(values, 'text'),
          }),
        said: () => '会签意见已提交。',
      };
    case 'sign':
      return {
        ...{ title: '签发', submit: '签发', lead: '签发后正文锁定，成文日期为今天；实质性修改须重新签发。需再验证一次身份。' },
        fields: [long('opinion', '批示', { max: 500 })],
        call: async (values) =>
          oa.signOutgoing({
            documentId,
            digest: (view.writable ? await settle() : view.digest) ?? unsaved(),
            ...optional(values, 'opinion'),
          }),
        said: () => '已签发，交办公室复核编号。',
      };
    case 'return':
      return {
        ...{ title: '退回拟稿', submit: '退回', lead: '退给拟稿人修改；已有的意见全部保留，其他人的待办一并撤回。' },
        fields: [long('reason', '理由', { required: true, max: 500 })],
        call: (values) => oa.returnOutgoing({ documentId, reason: wordsIn(values, 'reason') ?? '' }),
        said: ({ drafterName }) => `已退回${drafterName}。`,
      };
    case 'void':
      return {
        ...{ title: '作废', submit: '作废', lead: view.number ? `${view.number} 一并作废，不再使用。` : '作废后只能查阅。' },
        fields: [long('reason', '理由', { required: true, max: 500 })],
        call: (values) => oa.voidOutgoing({ documentId, reason: wordsIn(values, 'reason') ?? '' }),
        said: () => '已作废。',
      };
    case 'recheck':
      return judged('复核', '核对审批手续、附件、格式；正文须与签发稿一致。', '退回拟稿人', (request) => oa.recheckOutgoing(request));
    case 'proofread':
      return judged('校对', '版面与签发稿逐字核对。', '重新排版', (request) => oa.proofreadOutgoing(request));
    case 'number':
      return {
        ...{ title: '登记编号', submit: '取号', lead: '按顺序取下一个号；填写预留号时只能用已预留的。' },
        fields: [
          { kind: 'own', name: 'code', label: '机关代字', required: true, control: <NumberChoice /> },
          { kind: 'text', name: 'serial', label: '预留号', help: '不填取下一个号', pattern: [/^[1-9]\d{0,4}$/, '填数字'] },
        ],
        call: (values) =>
          oa.numberOutgoing({
            documentId,
            code: wordsIn(values, 'code') ?? '',
            ...(values['serial'] ? { serial: Number(values['serial']) } : {}),
          }),
        said: ({ number }) => `已编号：${number ?? ''}。`,
      };
    case 'seal':
      return {
        ...{ title: '用印', submit: '用印登记', lead: '核对签发人、份数和正文后登记用印。需再验证一次身份。' },
        fields: [{ kind: 'text', name: 'copies', label: '份数', required: true, pattern: [/^[1-9]\d{0,2}$/, '填 1 到 500'] }],
        initial: { copies: String(Math.max(1, view.text.addressees.length + view.text.copies.length + 2)) },
        call: (values) => oa.sealOutgoing({ documentId, copies: Number(values['copies']) }),
        said: () => '用印已登记。',
      };
    case 'distribute':
      return {
        ...{
          title: '分发',
          submit: '加盖电子印章并发送',
          lead: `通过公文交换发往 ${view.text.addressees.length + view.text.copies.length} 个主送、抄送单位；发出后按交换的规则撤回、催办。需再验证一次身份。`,
        },
        fields: [{ kind: 'date', name: 'replyBy', label: '办复时限', help: '不需办复的不填' }],
        call: (values) => oa.distributeOutgoing({ documentId, ...optional(values, 'replyBy') }),
        said: ({ recipients }) => `已发往 ${recipients.length} 个单位。`,
      };
    case 'typeset':
      return plain('排版', '按 GB/T 9704 排版套红，转校对。', () => oa.typesetOutgoing({ documentId }), '已排版，转校对。');
    case 'recall':
      return plain('撤回', '对方还没有打开，撤回后由您继续办理。', () => oa.recallOutgoing({ documentId }), '已撤回。');
    case 'urge':
      return plain('催办', `催促${view.waitingFor.join('、')}尽快办理。`, () => oa.urgeOutgoing({ documentId }), '已催办。');
    case 'close':
      return plain('办结', '办结后移交归档。', () => oa.closeOutgoing({ documentId }), '已办结。');
    default:
      throw new Error(`no question is asked before ${act}`);
  }
}
