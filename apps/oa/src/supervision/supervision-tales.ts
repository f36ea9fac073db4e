/** One item of the demonstration, as far as it has come. Bodies are real ones of the region; people, works and words are invented. */
export interface SupervisionTale {
  readonly title: string;
  readonly content: string;
  readonly source: string;
  readonly sourceText?: string;
  /** Working days ago that it was registered, and from today until it is due; negative when it is overdue. */
  readonly daysAgo: number;
  readonly dueIn: number;
  readonly lead: string;
  /** Account of who handles it there. */
  readonly leadBy: string;
  readonly assists?: readonly (readonly [body: string, task: string, by: string])[];
  /** Working days after the acceptance, per cent, words. */
  readonly reports?: readonly (readonly [after: number, progress: number, text: string])[];
  readonly result?: string;
  readonly score?: number;
  readonly until: 'registered' | 'established' | 'assigned' | 'handling' | 'closing' | 'reviewed' | 'evaluated';
}

export const supervisionTales: readonly SupervisionTale[] = [
  {
    ...{ title: '克孜河渠首冬季输水安全隐患整改', source: 'instruction', daysAgo: 18, dueIn: -2, until: 'handling' },
    sourceText: '请河湖管理处牵头，入冬前把渠首闸门和护坡的隐患处理完，结果报我。',
    content: '一、更换渠首 2 号、3 号闸门止水。\n二、修复左岸护坡沉陷段约 120 米。\n三、落实冬季值守人员和融冰设备。',
    ...{ lead: '河湖管理处', leadBy: 'river.clerk' },
    assists: [['水旱灾害防御处', '核定冬季输水调度方案', 'flood.clerk']],
    reports: [
      [4, 40, '2 号闸门止水已更换，护坡沉陷段已清基。'],
      [10, 70, '3 号闸门止水更换完毕，护坡砌筑完成约八成；受降雪影响，抹面推迟。'],
    ],
  },
  {
    ...{ title: '地下水超采区取水井计量设施安装情况核查', source: 'key_work', daysAgo: 12, dueIn: 2, until: 'handling' },
    content: '对照台账逐井核查，形成未安装、已损坏清单，提出处理意见。',
    ...{ lead: '水资源管理处', leadBy: 'water.clerk' },
    assists: [['规划计划处', '提供年度计量设施投资安排', 'plan.clerk']],
    reports: [[5, 60, '已核查 7 个县（市），发现数据中断 23 处，正在逐一核实原因。']],
  },
  {
    ...{ title: '水土保持监测站点数据补报', source: 'superior', daysAgo: 6, dueIn: 12, until: 'handling' },
    sourceText: '上级来文要求十二月中旬前补齐全年监测数据。',
    content: '补报 1 至 10 月缺测数据，并说明缺测原因。',
    ...{ lead: '水土保持处', leadBy: 'soil.clerk' },
  },
  {
    ...{ title: '政务服务窗口延时服务落实情况', source: 'meeting', daysAgo: 3, dueIn: 8, until: 'assigned' },
    sourceText: '第 21 次厅务会议定：窗口午间不打烊，由行政审批处落实。',
    content: '制定轮班表，向社会公布延时服务时间，月底前试行。',
    ...{ lead: '行政审批处', leadBy: 'approval.clerk' },
  },
  {
    ...{ title: '农村供水水质抽检问题整改', source: 'instruction', daysAgo: 1, dueIn: 15, until: 'established' },
    sourceText: '抽检不合格的要一处一策，限期整改。',
    content: '对抽检不合格的 6 处供水点逐处提出整改措施和完成时限。',
    ...{ lead: '农村水利水电处', leadBy: 'village.clerk' },
  },
  {
    ...{ title: '塔里木河流域生态输水总结', source: 'key_work', daysAgo: 0, dueIn: 20, until: 'registered' },
    content: '汇总本年度生态输水水量、过程和效果，形成总结报告。',
    ...{ lead: '塔里木河流域管理局', leadBy: 'tarim.clerk' },
  },
  {
    ...{ title: '山洪灾害预警广播线路检修', source: 'instruction', daysAgo: 16, dueIn: 3, until: 'closing' },
    content: '对去年汛期报修的 41 处预警广播逐处检修并试播。',
    ...{ lead: '水旱灾害防御处', leadBy: 'flood.clerk' },
    assists: [['水利信息中心', '更换通信模块', 'information.clerk']],
    reports: [[6, 100, '41 处全部检修完毕，试播正常。']],
    result: '41 处预警广播已全部检修并试播正常，检修记录已归入运维台账。',
  },
  {
    ...{ title: '年度水利建设项目资金支付进度', source: 'meeting', daysAgo: 20, dueIn: 1, until: 'reviewed' },
    content: '十一月底前支付率达到九成以上，逐项目列出滞后原因。',
    ...{ lead: '规划计划处', leadBy: 'plan.clerk' },
    reports: [[9, 100, '支付率已达 92.4%。']],
    result: '截至本周，全年项目资金支付率 92.4%，滞后的 3 个项目原因和计划已附。',
  },
  {
    ...{ title: '人大代表建议第 18 号答复', source: 'proposal', daysAgo: 22, dueIn: -4, until: 'evaluated', score: 5 },
    content: '就加快中型灌区节水改造的建议按期答复代表。',
    ...{ lead: '农村水利水电处', leadBy: 'village.clerk' },
    reports: [[5, 100, '已当面沟通，代表表示满意。']],
    result: '已书面答复并当面沟通，代表对答复表示满意。',
  },
  {
    ...{ title: '水文站基本设施越冬维护', source: 'key_work', daysAgo: 21, dueIn: -6, until: 'evaluated', score: 4 },
    content: '完成 34 个国家基本水文站的越冬维护。',
    ...{ lead: '水文局', leadBy: 'hydrology.clerk' },
    reports: [[7, 100, '34 站维护完毕。']],
    result: '34 个国家基本水文站越冬维护全部完成，缆道和自记井已做防冻处理。',
  },
];
