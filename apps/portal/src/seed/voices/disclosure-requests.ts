import type { AnswerKind } from '@karez/contracts-portal';

/** An invented request for information and how far it has come. */
export interface MadeRequest {
  readonly key: string;
  readonly daysAgo: number;
  readonly name: string;
  readonly information: string;
  readonly purpose?: string;
  readonly correction?: string;
  readonly consulted?: string;
  readonly answer?: { readonly kind: AnswerKind; readonly text: string; readonly ground?: string; readonly after?: number };
}
/** The example of GB 11643 itself, and a number that nobody has. */
export const exampleIdentity = { identityNumber: '11010519491231002X', phone: '0991-0000000' } as const;

export const madeRequests: readonly MadeRequest[] = [
  {
    ...{ key: 'pifu', daysAgo: 40, name: '查水文', information: '泉湾水库除险加固工程初步设计批复文件', purpose: '了解工程进展' },
    answer: { kind: 'disclosed', after: 12, text: '您申请的泉湾水库除险加固工程初步设计批复文件予以公开，电子件随答复书一并提供。' },
  },
  {
    ...{ key: 'dinge', daysAgo: 30, name: '问定额', information: '现行灌区用水定额标准及其测算说明' },
    answer: {
      kind: 'already_public',
      after: 5,
      text: '您申请的信息已主动公开，可在本网站“政策法规”“政策解读”栏目查阅用水定额通知及解读。',
    },
  },
  {
    ...{ key: 'hetong', daysAgo: 50, name: '看合同', information: '白杨渡灌区信息化项目中标合同全文', consulted: '清流测控设备有限公司' },
    answer: {
      ...{ kind: 'partly', after: 19, ground: '《中华人民共和国政府信息公开条例》第十五条' },
      text: '合同主要条款、金额和工期予以公开；涉及第三方商业秘密的设备技术参数，经征求意见，第三方不同意公开，不予公开。',
    },
  },
  {
    key: 'buzheng',
    daysAgo: 4,
    name: '写得短',
    information: '近几年全部水利资料和数据',
    correction: '请写明所需信息的名称、年份或者文号，以便查找。',
  },
  { key: 'zhengqiu', daysAgo: 8, name: '邻地人', information: '星河农业合作社取水许可申请材料', consulted: '星河农业合作社' },
  {
    ...{ key: 'nida', daysAgo: 12, name: '问经费', information: '上年度水土保持补偿费征收和使用情况' },
    answer: { kind: 'disclosed', text: '您申请的上年度水土保持补偿费征收和使用情况予以公开，汇总表随答复书一并提供。' },
  },
  { key: 'xinshou', daysAgo: 1, name: '新来信', information: '本年度农村饮用水水质抽检结果明细' },
];
