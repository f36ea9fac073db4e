import { defineErrors } from '@karez/contracts-kernel';

export const documentErrors = defineErrors({
  'oa.document.not_your_turn': {
    status: 409,
    zh: '该公文现在“{state}”环节，由{who}办理。',
    en: 'The document waits for {who} ({state}).',
  },
  'oa.document.act_refused': { status: 409, zh: '该公文现为“{state}”，不能这样办理。', en: 'The document is {state} now.' },
  'oa.document.body_invalid': { status: 422, zh: '正文里有不能保存的内容：{faults}', en: 'The text holds what cannot be kept: {faults}' },
  'oa.document.text_changed': {
    status: 409,
    zh: '{who}于{at}保存了新的内容，您的修改没有覆盖它。请对照后再保存。',
    en: '{who} saved another text at {at}; yours was not written over it.',
  },
  'oa.document.signed_other': {
    status: 409,
    zh: '正文与签发时不一致，须退回签发人重新签发。',
    en: 'The text differs from what was signed and has to be signed anew.',
  },
  'oa.document.nobody_addressed': { status: 422, zh: '没有主送机关，不能送签。', en: 'Nobody is addressed.' },
  'oa.document.reply_one': { status: 422, zh: '请示只能主送一个上级机关。', en: 'A request for instructions goes to one superior body.' },
  'oa.document.countersign_open': { status: 409, zh: '还有 {count} 个单位没有会签：{who}。', en: '{count} have not countersigned: {who}.' },
  'oa.document.handler_twice': { status: 422, zh: '{name}被选了两次。', en: '{name} is chosen twice.' },
  'oa.document.handler_self': { status: 422, zh: '不能送给自己会签。', en: 'It cannot be sent round to oneself.' },
  'oa.document.one_handler': { status: 422, zh: '这个环节只能由一人办理。', en: 'One person handles this phase.' },
  'oa.document.seen': { status: 409, zh: '{who}已于{at}打开，不能撤回。', en: '{who} opened it at {at}; it cannot be taken back.' },
  'oa.document.nothing_to_recall': { status: 409, zh: '没有可以撤回的送出。', en: 'Nothing of yours can be taken back.' },
  'oa.document.not_rendered': { status: 409, zh: '版式文件还没有生成，请稍候。', en: 'The printed page is not ready.' },
  'oa.document.no_bodies': {
    status: 422,
    zh: '主送和抄送里没有可以通过交换系统送达的单位。',
    en: 'No addressee can be reached by exchange.',
  },
  'oa.number.rule_unknown': { status: 422, zh: '发文机关没有“{code}”这个机关代字。', en: 'The issuing body has no code {code}.' },
  'oa.number.taken': { status: 409, zh: '{number}已被使用或作废。', en: '{number} is used or void.' },
  'oa.number.not_reserved': { status: 422, zh: '{number}没有预留，编号须按顺序取得。', en: '{number} was not reserved.' },
  'oa.number.range_invalid': { status: 422, zh: '一次最多预留 50 个号。', en: 'At most fifty numbers are reserved at once.' },
  'oa.number.code_taken': { status: 409, zh: '机关代字“{code}”已登记。', en: 'Code {code} exists already.' },
});
