import { definePermissions } from '@karez/contracts-kernel';

export const exchangePermissions = definePermissions({
  'exchange.directory.read': { zh: '查看交换通讯录', en: 'See the directory of bodies' },
  'exchange.document.read': { zh: '查看本单位的待发公文', en: 'See documents of the own body' },
  'exchange.document.write': { zh: '登记待发公文', en: 'Register documents to be sent' },
  'exchange.document.seal': { zh: '封装公文（单位签名）', en: 'Seal documents with the signature of the body' },
  'exchange.dispatch.read': { zh: '查看发件', en: 'See what was sent' },
  'exchange.dispatch.send': { zh: '发送、催办、撤回、重发', en: 'Send, urge, recall and re-issue' },
  'exchange.inbox.read': { zh: '查看收件', en: 'See what was received' },
  'exchange.inbox.decide': { zh: '签收、拒收、退文', en: 'Sign for, reject and return' },
  'exchange.inbox.print': { zh: '打印收到的公文', en: 'Print received documents' },
  'exchange.statistics.read': { zh: '查看交换统计', en: 'See statistics' },
  'exchange.event.read': { zh: '读取交换事件', en: 'Read the feed of events' },
  'exchange.webhook.write': { zh: '设置事件推送', en: 'Set up webhooks' },
  'exchange.calendar.write': { zh: '维护工作日历', en: 'Keep the working calendar' },
  'exchange.key.read': { zh: '查看单位密钥', en: 'See the keys of bodies' },
  'exchange.key.write': { zh: '更换、撤销单位密钥', en: 'Rotate and revoke keys of bodies' },
  'exchange.peer.read': { zh: '查看交换节点', en: 'See the other nodes' },
  'exchange.peer.write': { zh: '接入、断开交换节点', en: 'Join and leave other nodes' },
  'exchange.dead_letter.read': { zh: '查看待人工处理的消息', en: 'See dead letters' },
  'exchange.dead_letter.replay': { zh: '重放待人工处理的消息', en: 'Replay dead letters' },
});
