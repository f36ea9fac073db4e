import type { QuestionAnswer, SurveyQuestion } from '@karez/contracts-portal';

/** A consultation or survey of the demonstration, with what was said and what became of it. */
export interface HeldHearing {
  readonly key: string;
  readonly unit: string;
  readonly title: string;
  readonly text: string;
  readonly openedAgo: number;
  /** Days ago that it was closed; absent while it is open. */
  readonly closedAgo?: number;
  /** Days after today until which an open one takes voices. */
  readonly openFor?: number;
  readonly questions?: readonly SurveyQuestion[];
  readonly opinions?: readonly string[];
  readonly answers?: readonly (readonly QuestionAnswer[])[];
  readonly report?: { readonly result: string; readonly adopted: number; readonly daysAgo: number };
}

const survey: SurveyQuestion[] = [
  { text: '您主要通过什么方式办理水利事项？', kind: 'one', required: true, options: ['网上', '政务大厅窗口', '请人代办', '没有办过'] },
  { text: '您最常查看哪些内容？', kind: 'several', required: true, options: ['通知公告', '水情数据', '办事指南', '政策解读'] },
  { text: '您对办事速度是否满意？', kind: 'one', required: true, options: ['很满意', '满意', '一般', '不满意'] },
  { text: '您还有什么建议？', kind: 'text', required: false },
];
const said = ['希望水情图能放大看', '指南里的表格能直接下载', '窗口中午不休息很好', '电话多打几次才接通'];
/** Thirty-six invented ballots. */
const ballots = Array.from({ length: 36 }, (_, index): QuestionAnswer[] => [
  { question: 0, options: [[0, 0, 0, 1, 1, 2, 3][index % 7]!] },
  { question: 1, options: [...new Set([index % 4, (index * 3 + 1) % 4])] },
  { question: 2, options: [[0, 1, 0, 1, 2, 0, 3, 1][index % 8]!] },
  ...(index % 9 === 0 ? [{ question: 3, text: said[index / 9]! }] : []),
]);

export const hearings: readonly HeldHearing[] = [
  {
    ...{ key: 'gongshui-guanli', unit: '农村水利水电处', title: '农村供水工程运行管理办法（征求意见稿）', openedAgo: 3, openFor: 27 },
    text: '为规范农村供水工程运行管理，现就征求意见稿公开征求意见。\n请重点对三个问题提出意见：维修到场时限、一户一表改造费用分担、停水补偿。\n征求意见结束后三十日内公布采纳情况。',
    opinions: [
      '维修到场时限建议按距离分，牧区八小时、农区四小时。',
      '一户一表改造费用希望困难户减免。',
      '停水补偿不如多备几辆送水车。',
      '建议写明水质检测结果多久公示一次。',
    ],
  },
  {
    ...{ key: 'chaocai-huading', unit: '水资源管理处', title: '地下水超采区划定成果（征求意见稿）', openedAgo: 100, closedAgo: 70 },
    text: '根据地下水监测和评价成果，拟对地下水超采区范围作出调整，现公开征求意见。\n调整遵循水位变化、开采程度和生态影响三项指标，图件可在政务公开窗口查阅。',
    opinions: [
      '两处已经换成地表水的区域应当核减。',
      '希望附上边界坐标，方便对照。',
      '建议把我县整体调出超采区。',
      '请注明采用哪几年的资料。',
    ],
    report: {
      ...{ adopted: 3, daysAgo: 60 },
      result:
        '共收到意见四条，采纳三条。\n采纳：核减两处已完成水源置换的区域；补充边界坐标；注明资料年份。\n未采纳：将个别县整体调出。理由是监测井水位连续三年下降，不符合调出条件；水位回升并稳定两年后可申请复核。',
    },
  },
  {
    ...{ key: 'guangfu-xize', unit: '河湖管理处', title: '河湖管理范围内光伏项目管理细则（征求意见稿）', openedAgo: 150, closedAgo: 120 },
    text: '为规范河湖管理范围内光伏项目建设，现就管理细则公开征求意见。\n细则明确禁止建设区域、审批条件、汛期要求和退出后的恢复责任。',
    opinions: [
      '应当明确已建项目怎么处理。',
      '建议增加候鸟迁徙期的施工限制。',
      '恢复保证金比例偏高。',
      '审批时限希望写进细则。',
      '支持禁止在行洪区建设。',
    ],
    report: {
      ...{ adopted: 4, daysAgo: 105 },
      result:
        '共收到意见五条，采纳四条。\n采纳：增加已建项目处理条款、候鸟迁徙期施工限制、审批时限，保留行洪区禁建规定。\n未采纳：降低恢复保证金比例。理由是该比例按实际拆除恢复费用测算，低于此数不足以完成恢复；项目退出验收后全额退还。',
    },
  },
  {
    ...{
      key: 'fuwu-diaocha',
      unit: '办公室',
      title: '政务网站服务满意度调查',
      openedAgo: 65,
      closedAgo: 35,
      questions: survey,
      answers: ballots,
    },
    text: '为改进政务网站服务，现面向公众开展满意度调查，约需三分钟，不收集个人信息。\n调查结束后公布统计结果和改进清单。',
    report: {
      ...{ adopted: 3, daysAgo: 25 },
      result:
        '共收到答卷三十六份。多数受访者通过网上办理。\n已采纳三项建议：水情图可放大；指南表格可下载；热线增加坐席。窗口中午不休息的做法继续保持。',
    },
  },
];
