/** 文种: the fifteen kinds of 《党政机关公文处理工作条例》 (2012) art. 8. */
export const documentTypes = [
  'resolution',
  'decision',
  'order',
  'communique',
  'announcement',
  'public_notice',
  'opinion',
  'notice',
  'circular',
  'report',
  'request',
  'reply',
  'proposal',
  'letter',
  'minutes',
] as const;
export type DocumentType = (typeof documentTypes)[number];

/** 紧急程度 (GB/T 9704-2012 §7.2.3): 特提, 特急, 加急, 平急 of telegrams and documents; `none` for the ordinary. */
export const urgencies = ['flash', 'extra_urgent', 'urgent', 'prompt', 'none'] as const;
export type Urgency = (typeof urgencies)[number];

/**
 * 签收时限 by urgency, unless the sender sets another: working minutes from arrival, on the working calendar; 480 (eight office hours) are a
 * working day.
 */
export const minutesToSign: Readonly<Record<Urgency, number>> = { flash: 30, extra_urgent: 120, urgent: 240, prompt: 480, none: 1_440 };

/** 密级 (GB/T 9704-2012 §7.2.2). Everything but `none` is refused: this is a system for unclassified documents. */
export const securityClasses = ['none', 'secret', 'confidential', 'top_secret'] as const;
export type SecurityClass = (typeof securityClasses)[number];

/** 公开属性: 主动公开, 依申请公开, 不予公开 (《政府信息公开条例》 art. 19–27). */
export const disclosures = ['active', 'on_request', 'none'] as const;
export type Disclosure = (typeof disclosures)[number];

/** 行文方向: up, down, parallel; worked out from the places of the two bodies. */
export const directions = ['upward', 'downward', 'parallel'] as const;
export type Direction = (typeof directions)[number];

/** 主送, 抄送, 抄报. */
export const recipientRoles = ['primary', 'cc', 'report'] as const;
export type RecipientRole = (typeof recipientRoles)[number];

/** 版式文件, 附件. */
export const fileRoles = ['layout', 'attachment'] as const;
export type FileRole = (typeof fileRoles)[number];

export const relationKindsOfDocuments = ['replies_to', 'forwards', 'replaces', 'corrects', 'cites'] as const;
export type DocumentRelationKind = (typeof relationKindsOfDocuments)[number];

/** Why a document is refused before sign-for, or handed back after it. */
export const refusalReasons = [
  'misaddressed',
  'duplicate_content',
  'format',
  'seal_invalid',
  'attachment_missing',
  'unreadable',
  'malware',
  'classified',
  'routing_rule',
  'other',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** How each term is said in the office. */
export const exchangeWords = {
  documentType: {
    ...{ resolution: '决议', decision: '决定', order: '命令', communique: '公报', announcement: '公告', public_notice: '通告' },
    ...{ opinion: '意见', notice: '通知', circular: '通报', report: '报告', request: '请示', reply: '批复', proposal: '议案' },
    ...{ letter: '函', minutes: '纪要' },
  },
  urgency: { flash: '特提', extra_urgent: '特急', urgent: '加急', prompt: '平急', none: '普通' },
  securityClass: { none: '非涉密', secret: '秘密', confidential: '机密', top_secret: '绝密' },
  disclosure: { active: '主动公开', on_request: '依申请公开', none: '不予公开' },
  direction: { upward: '上行文', downward: '下行文', parallel: '平行文' },
  recipientRole: { primary: '主送', cc: '抄送', report: '抄报' },
  relation: { replies_to: '回复', forwards: '转发', replaces: '替代', corrects: '更正', cites: '引用' },
  refusalReason: {
    ...{ misaddressed: '错投', duplicate_content: '重复', format: '格式不符', seal_invalid: '印章或签名无效' },
    ...{ attachment_missing: '附件缺失', unreadable: '无法打开', malware: '含病毒', classified: '涉密违规' },
    ...{ routing_rule: '越级或主送不当', other: '其他' },
  },
  deliveryState: {
    ...{ queued: '待发送', in_flight: '传输中', stalled: '待人工', delivered: '待签收', recall_pending: '撤回中' },
    ...{ signed_for: '已签收', rejected: '已拒收', recalled: '已撤回', returned: '已退文', revoked: '已收回' },
  },
} as const;
