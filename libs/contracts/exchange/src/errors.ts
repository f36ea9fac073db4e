import { defineErrors } from '@karez/contracts-kernel';
import { layoutFileErrors } from './layout-errors.js';

export const exchangeErrors = defineErrors({
  ...layoutFileErrors,
  // the document
  'exchange.document.classified': {
    status: 422,
    zh: '本系统不处理国家秘密。标为“{class}”的公文没有保存，请通过保密渠道办理。',
    en: 'This system is for unclassified documents. Nothing marked {class} was kept; use the channel for classified documents.',
  },
  'exchange.document.classified_marking': {
    status: 422,
    zh: '标题或正文里有密级标志“{found}”。没有保存任何内容；如属误写请改正，如确系涉密请通过保密渠道办理。',
    en: 'The text carries the marking {found}; nothing was kept.',
  },
  'exchange.document.number_taken': {
    status: 409,
    zh: '发文字号 {number} 已经用过，请换一个序号。',
    en: 'Document number {number} is taken.',
  },
  'exchange.document.empty': {
    status: 422,
    zh: '公文还没有正文，也没有版式文件。',
    en: 'The document has neither text nor a layout file.',
  },
  'exchange.document.signatory_missing': {
    status: 422,
    zh: '上行文须写明签发人（GB/T 9704）。',
    en: 'An upward document names its signatory.',
  },
  'exchange.document.reason_missing': { status: 422, zh: '不予公开的公文须写明理由。', en: 'Say why the document is not to be disclosed.' },
  'exchange.document.two_layouts': { status: 422, zh: '版式文件只能有一个。', en: 'A document has one layout file at most.' },
  'exchange.document.layout_type': {
    status: 415,
    zh: '版式文件须为 OFD 或 PDF，“{name}”不是。',
    en: 'The layout file must be OFD or PDF; {name} is not.',
  },
  'exchange.document.file_unknown': {
    status: 422,
    zh: '附件不存在，或不是您上传的，请重新上传。',
    en: 'A file does not exist or is not yours.',
  },
  'exchange.document.file_waiting': {
    status: 409,
    zh: '附件“{name}”还在查毒，通过后即可封装。',
    en: 'File {name} waits for its virus scan.',
  },
  'exchange.document.file_refused': {
    status: 409,
    zh: '附件“{name}”不能使用，请移除或换一个文件再封装。',
    en: 'File {name} cannot be used; take it out.',
  },
  'exchange.document.seal_broken': {
    status: 409,
    zh: '版式文件“{name}”的电子印章验证不通过，不能封装，请用盖章后未改动的文件。',
    en: 'The seal in {name} does not verify.',
  },
  'exchange.document.sealed': {
    status: 409,
    zh: '公文已封装，不能再改。需要改动请另行起草。',
    en: 'The document is sealed; nothing changes any more.',
  },
  'exchange.document.not_sealed': { status: 409, zh: '公文还没有封装，先封装再发送。', en: 'Seal the document before it is sent.' },
  'exchange.document.body_unknown': {
    status: 403,
    zh: '您当前的岗位不能以这个单位的名义办文。',
    en: 'Your post cannot act for this body.',
  },
  // sending
  'exchange.dispatch.no_recipient': { status: 422, zh: '还没有选收文单位。', en: 'There is no recipient.' },
  'exchange.dispatch.too_many_recipients': {
    status: 422,
    zh: '收文单位共 {count} 家，超过一次 {limit} 家的上限，请分批发送。',
    en: '{count} recipients are more than {limit}; send in parts.',
  },
  'exchange.dispatch.recipient_unknown': {
    status: 422,
    zh: '通讯录里没有这个收文单位（{id}），请重新选择。',
    en: 'The directory knows no body {id}.',
  },
  'exchange.dispatch.group_unknown': { status: 422, zh: '没有这个收文单位组（{id}）。', en: 'There is no group {id}.' },
  'exchange.dispatch.recipient_abolished': {
    status: 422,
    zh: '{name}已于 {on} 撤销，请改发{successor}。',
    en: '{name} was abolished on {on}; send to {successor}.',
  },
  'exchange.dispatch.recipient_office': {
    status: 422,
    zh: '{name}是内设机构，公文应主送其所在单位。',
    en: '{name} is an office inside a body; address the body.',
  },
  'exchange.dispatch.recipient_keyless': {
    status: 409,
    zh: '{name}没有可用的密钥，暂时不能收文，请联系其管理员。',
    en: '{name} has no valid key; it cannot receive now.',
  },
  'exchange.dispatch.recipient_self': { status: 422, zh: '收文单位是本单位自己。', en: 'The recipient is the sender.' },
  'exchange.dispatch.request_one_body': {
    status: 422,
    zh: '请示只主送一个上级机关（条例第十五条），现选了 {count} 家；其他机关请改为抄送。',
    en: 'A request has one primary recipient, not {count}.',
  },
  'exchange.dispatch.request_not_upward': {
    status: 422,
    zh: '请示是上行文，不能主送{name}（{direction}）。平级单位之间请用函。',
    en: 'A request goes upward; {name} is {direction}.',
  },
  'exchange.dispatch.report_not_upward': {
    status: 422,
    zh: '报告是上行文，不能主送{name}（{direction}）。',
    en: 'A report goes upward; {name} is {direction}.',
  },
  'exchange.dispatch.reply_not_downward': {
    status: 422,
    zh: '批复是下行文，不能主送{name}（{direction}）。',
    en: 'A reply to a request goes downward; {name} is {direction}.',
  },
  'exchange.dispatch.reply_by_past': { status: 422, zh: '办复时限 {day} 已经过去。', en: 'The day {day} for an answer has passed.' },
  'exchange.key.missing': {
    status: 409,
    zh: '{name}没有有效的签名密钥，请安全管理员更换密钥后再办。',
    en: '{name} has no valid signing key.',
  },
  'exchange.key.unknown': { status: 404, zh: '没有这枚密钥。', en: 'There is no such key.' },
  'exchange.key.revoked': { status: 409, zh: '这枚密钥已于 {revokedAt} 撤销。', en: 'The key was revoked at {revokedAt}.' },
  // one delivery
  'exchange.delivery.already_decided': {
    status: 409,
    zh: '{who} 已于 {at} {what}，现在不能再{wanted}。',
    en: 'Already {state} by {who} at {at}.',
  },
  'exchange.delivery.already_signed': {
    status: 409,
    zh: '撤回失败：对方已于 {at} 签收（{who}，回执 {receipt}）。可以商请收回，或发更正件。',
    en: 'The recall failed: {who} had signed for it at {at} (receipt {receipt}).',
  },
  'exchange.delivery.recalled': {
    status: 409,
    zh: '发文单位已于 {at} 撤回这件公文，不能再{wanted}。',
    en: 'The sender recalled it at {at}.',
  },
  'exchange.delivery.act_refused': { status: 409, zh: '{reason}。', en: 'Not possible now: {reason}.' },
  'exchange.delivery.not_verified': {
    status: 409,
    zh: '签收前核验未通过：{reason}。请拒收并说明原因。',
    en: 'It cannot be signed for: {reason}.',
  },
  'exchange.delivery.id_reused': {
    status: 409,
    zh: '同一投递编号出现了不同的内容，已拒绝并报警，请联系发文单位核对。',
    en: 'The same delivery id came with another digest; refused, and an alarm was raised.',
  },
  'exchange.delivery.urged_recently': {
    status: 429,
    zh: '{at} 刚催办过，{minutes} 分钟内不重复催办。',
    en: 'It was urged at {at}; again in {minutes} minutes.',
  },
  'exchange.delivery.quota_spent': {
    status: 409,
    zh: '授权打印 {quota} 份，已打 {printed} 份，还可打 {left} 份。',
    en: '{printed} of {quota} authorised copies are printed; {left} are left.',
  },
  'exchange.delivery.reason_text_missing': { status: 422, zh: '请写明原因。', en: 'Say why.' },
  'exchange.delivery.in_transit': {
    status: 409,
    zh: '还在传输，结果未定；请先撤回，再改发。',
    en: 'It is in transit; recall it first.',
  },
  // letters between nodes
  'exchange.letter.malformed': { status: 400, zh: '来件格式不符（{reason}）。', en: 'The letter is malformed: {reason}.' },
  'exchange.letter.version': {
    status: 422,
    zh: '对方的交换协议版本是 {given}，本节点支持 {supported}，请先升级较旧的一方。',
    en: 'Protocol version {given} is not spoken here ({supported}).',
  },
  'exchange.letter.signature': { status: 422, zh: '来件签名无效（{code}）。', en: 'The signature does not stand: {code}.' },
  'exchange.letter.misaddressed': { status: 422, zh: '收文单位不在本节点。', en: 'The recipient is not served by this node.' },
  'exchange.letter.sender_mismatch': {
    status: 422,
    zh: '签名单位与发文单位不符。',
    en: 'The signer is not the sender.',
  },
  'exchange.letter.clock': {
    status: 422,
    zh: '签名时间与本机相差过大，请核对双方时钟。',
    en: 'The signing time is too far from this clock.',
  },
  'exchange.letter.too_large': { status: 413, zh: '来件超过大小限制。', en: 'The letter is too large.' },
  'exchange.letter.receipt_unknown': { status: 422, zh: '回执对应的发件不存在。', en: 'No such delivery was sent from here.' },
  // between nodes
  'exchange.node.unknown': { status: 403, zh: '节点 {nodeId} 没有接入本节点。', en: 'The node {nodeId} is not joined here.' },
  'exchange.node.misaddressed': {
    status: 409,
    zh: '信函是寄给节点 {to} 的，本节点是 {self}。请核对对方的地址。',
    en: 'The post is for the node {to}; this is {self}.',
  },
  'exchange.node.signature': {
    status: 403,
    zh: '节点签名无效（{code}）。若对方更换了根密钥，请重新核对并更新名片。',
    en: 'The signature of the node does not stand: {code}.',
  },
  'exchange.node.clock': {
    status: 409,
    zh: '双方时钟相差 {minutes} 分钟，超过 {limit} 分钟不收发信函，请校时。',
    en: 'The clocks are {minutes} minutes apart; at most {limit} are allowed.',
  },
  'exchange.node.reply': { status: 503, zh: '对方节点的回复不符（{reason}）。', en: 'The reply of the other node is not right: {reason}.' },
  'exchange.node.bytes_unknown': { status: 404, zh: '没有可以交给该节点的这个文件。', en: 'There is no such file for this node.' },
  'exchange.node.bytes_differ': {
    status: 422,
    zh: '附件“{name}”到达后摘要与公文不符，已弃去重传。',
    en: 'The bytes of {name} do not have the digest that the document says; they are asked for again.',
  },
  'exchange.peer.silent': { status: 503, zh: '对方节点没有应答。', en: 'The other node does not answer.' },
  'exchange.peer.unknown': { status: 404, zh: '没有接入这个节点。', en: 'There is no such node.' },
  'exchange.peer.self': { status: 409, zh: '这是本节点自己的名片。', en: 'This is the card of this node itself.' },
  'exchange.peer.key_changed': {
    status: 409,
    zh: '名片的根密钥与已接入的不同。请先断开该节点，用电话核对指纹后再接入。',
    en: 'The root key is another than the one that was joined; leave the node first.',
  },
  'exchange.peer.url_missing': {
    status: 422,
    zh: '经 HTTPS 收发，须填写对方的接口地址。',
    en: 'A link by HTTPS needs the address of the other node.',
  },
  'exchange.peer.url_plain': { status: 422, zh: '正式环境的接口地址必须以 https 开头。', en: 'In production the address must be https.' },
  'exchange.peer.version': {
    status: 422,
    zh: '对方的交换协议版本是 {given}，本节点支持 {supported}，请先升级较旧的一方。',
    en: 'It speaks versions {given}, this node {supported}; bring the older one up to date.',
  },
  'exchange.peer.body_taken': { status: 409, zh: '{name}已由节点 {nodeId} 服务。', en: '{name} is served by the node {nodeId}.' },
  'exchange.peer.body_unknown': { status: 422, zh: '目录中没有编号为 {id} 的单位。', en: 'The directory has no body {id}.' },
  'exchange.peer.not_idle': {
    status: 409,
    zh: '还有 {count} 封信函在等这个节点，办完才能断开。',
    en: '{count} letters still wait for the node.',
  },
  // for other systems
  'exchange.webhook.limit': { status: 409, zh: '一个单位最多设 {limit} 个推送地址。', en: 'A body has at most {limit} webhooks.' },
  'exchange.webhook.address': {
    status: 422,
    zh: '推送地址 {host} 不在允许的范围内，请联系运维加入白名单。',
    en: 'The address {host} is not allowed.',
  },
  'exchange.calendar.wrong_year': { status: 422, zh: '{day} 不在 {year} 年内。', en: '{day} is not in {year}.' },
  'exchange.calendar.day_twice': { status: 422, zh: '{day} 出现了两次。', en: '{day} is there twice.' },
  'exchange.calendar.year_bare': {
    status: 422,
    zh: '{year} 年标为已公布，却没有任何放假或调休安排；通知还没有公布的请标为“暂定”。',
    en: 'The year {year} is marked as published and lists no day.',
  },
  'exchange.calendar.day_invalid': { status: 422, zh: '“{day}”不是有效日期。', en: '{day} is not a date.' },
  'exchange.statistics.period': { status: 422, zh: '统计时段须在 366 天以内，且起日不晚于止日。', en: 'The period is at most 366 days.' },
});
