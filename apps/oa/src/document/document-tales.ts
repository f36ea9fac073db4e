import type { Genre, Layout, Urgency } from '@karez/contracts-oa';

/** One document of the demonstration, as far as it has come. Bodies are those of the region; what is written is invented. */
export interface DocumentTale {
  readonly title: string;
  readonly genre: Genre;
  readonly layout?: Layout;
  readonly urgency?: Urgency;
  readonly upward?: boolean;
  /** Account of the drafter, and working days ago. */
  readonly by: string;
  readonly daysAgo: number;
  /** Lines: what begins with a number of the standard is a heading. */
  readonly lines: readonly string[];
  /** Names of bodies; what no body is called stays words. */
  readonly to: readonly string[];
  readonly copies?: readonly string[];
  readonly annexes?: readonly string[];
  /** Accounts of who reviews and who countersigns. */
  readonly reviewer?: string;
  readonly countersigners?: readonly string[];
  /** A line that the leader puts in place of another when signing. */
  readonly changes?: readonly [line: number, words: string];
  readonly until: 'drafting' | 'reviewing' | 'countersigning' | 'signing' | 'rechecking' | 'numbering' | 'proofreading' | 'distributing';
}

export const documentTales: readonly DocumentTale[] = [
  {
    ...{ title: '关于做好冬季输水期间水量调度工作的通知', genre: 'notice', by: 'river.clerk', daysAgo: 3, until: 'signing' },
    lines: [
      '为保障冬季输水期间农业储水安全，现就做好水量调度工作有关事宜通知如下。',
      '一、严格执行调度计划',
      '各地要按照批复的冬季输水计划，认真落实断面控制指标。12月5号前完成闸门、测流设施检修，输水期间实行日报制。',
      '二、加强冰凌监测',
      '封冻期加密险段巡查，出现壅水立即报告流域管理机构和厅水旱灾害防御处。',
      '三、落实值班责任',
      '严格执行二十四小时值班和领导带班制度，重要情况随时报告。',
    ],
    to: ['和田地区水利局', '喀什地区水利局', '阿克苏地区水利局'],
    copies: ['塔里木河流域管理局'],
    annexes: ['冬季输水水量调度表'],
    ...{ reviewer: 'flood.leader', countersigners: ['plan.clerk', 'flood.clerk'] },
  },
  {
    ...{
      title: '关于开展农村供水工程冬季防冻保供检查的通知',
      genre: 'notice',
      urgency: 'urgent',
      by: 'village.clerk',
      daysAgo: 6,
      until: 'distributing',
    },
    lines: [
      '近期气温持续下降，为确保农村供水工程安全越冬，决定开展防冻保供检查。现将有关事项通知如下。',
      '一、检查内容',
      '重点检查取水口、输水管道、闸阀井和入户设施的防冻措施，以及应急抢修队伍和物资准备情况。',
      '二、检查方式',
      '以县（市）自查为主，地州抽查不少于三成，厅里随机核查。',
      '三、工作要求',
      '各地于12月10日前报送检查情况。',
    ],
    to: ['和田地区水利局', '吐鲁番市水利局', '哈密市水利局'],
    changes: [2, '重点检查取水口、输水管道、闸阀井和入户设施的防冻措施，以及应急抢修队伍、物资准备和值班值守情况。'],
  },
  {
    ...{
      title: '关于报送年度水利建设投资完成情况的报告',
      genre: 'report',
      upward: true,
      by: 'plan.clerk',
      daysAgo: 5,
      until: 'proofreading',
    },
    lines: [
      '现将今年以来水利建设投资完成情况报告如下。',
      '一、总体情况',
      '截至本月中旬，年度投资完成率九成以上，进度快于上年同期。',
      '二、下一步打算',
      '对进度滞后的项目逐项督办，确保年底前完成投资计划。',
    ],
    to: ['自治区人民政府'],
  },
  {
    ...{
      title: '关于商请提供河道采砂管理有关资料的函',
      genre: 'letter',
      layout: 'letter',
      by: 'law.clerk',
      daysAgo: 4,
      until: 'numbering',
    },
    lines: ['因修订河道采砂管理办法需要，商请贵局提供近三年采砂许可和执法情况资料，于本月底前函复。', '感谢支持。'],
    to: ['伊犁哈萨克自治州水利局'],
  },
  {
    ...{ title: '关于印发取用水计量设施管理办法的通知', genre: 'notice', by: 'water.clerk', daysAgo: 2, until: 'countersigning' },
    lines: ['现将《取用水计量设施管理办法》印发给你们，请结合实际认真贯彻执行。'],
    to: ['各地、州、市水利局'],
    ...{ annexes: ['取用水计量设施管理办法'], reviewer: 'water.leader', countersigners: ['law.clerk', 'information.clerk'] },
  },
  {
    ...{ title: '关于水土保持监测数据补报的通知', genre: 'notice', by: 'soil.clerk', daysAgo: 1, until: 'reviewing' },
    lines: ['请各监测站于12月15日前补报缺测数据，并说明缺测原因。'],
    ...{ to: ['昌吉回族自治州水利局'], reviewer: 'office.leader' },
  },
  {
    ...{ title: '关于表扬山洪灾害防御工作先进集体的通报', genre: 'circular', by: 'flood.clerk', daysAgo: 0, until: 'drafting' },
    lines: ['今年汛期，各地克服困难，有力保障了人民群众生命财产安全。经研究，决定对下列单位予以通报表扬。'],
    to: [],
  },
  {
    ...{ title: '关于成立冰凌灾害防御工作专班的通知', genre: 'notice', by: 'office.clerk', daysAgo: 1, until: 'rechecking' },
    lines: ['为加强冰凌灾害防御工作的组织领导，决定成立工作专班，由分管厅领导任组长，办公室设在水旱灾害防御处。'],
    to: ['水旱灾害防御处', '河湖管理处'],
  },
];
