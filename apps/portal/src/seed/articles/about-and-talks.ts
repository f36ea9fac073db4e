import { inColumn } from '../written-article.js';

/** 意见征集, 在线访谈, 机构概况 of the department. */
const talks = [
  ...inColumn('slt', 'zhengji', [
    {
      ...{ slug: 'zj-nongcun-gongshui', daysAgo: 3, time: '10:20', title: '《农村供水工程运行管理办法（征求意见稿）》公开征求意见' },
      body: `
为规范农村供水工程运行管理，我厅起草了征求意见稿，现公开征求意见，截止日期{+27}。
主要内容：明确县级政府主体责任、供水单位服务标准、水价形成与补贴机制、水质检测频次和应急保障。
请重点对三个问题提出意见：维修到场时限定为多少合适；一户一表的改造费用如何分担；停水补偿如何计算。
意见可在线提交，也可来信寄送政策法规处。征求意见结束后三十日内公布采纳情况，未采纳的说明理由。`,
      translations: {
        en: {
          title: 'Consultation: draft rules on running rural water supplies',
          body: `
The draft says who answers for rural supplies, what service users may expect, how prices are made and how often water is examined. Comments are welcome until {+27}.
We ask above all: how soon should a repair crew arrive, who pays for a meter in each house, and what is due for an interruption?
Within thirty days of the end we publish what was taken up, and why the rest was not.`,
        },
      },
    },
    {
      ...{ slug: 'zj-dixiashui-qu', daysAgo: 60, time: '12:00', title: '关于地下水超采区划定成果征求意见采纳情况的反馈' },
      body: `
《地下水超采区划定成果（征求意见稿）》征求意见期间，共收到意见四十七条，采纳二十六条、部分采纳九条、未采纳十二条。
采纳的主要意见：核减两处已完成水源置换的区域；补充边界坐标；注明资料年份。
未采纳的主要意见：将个别县整体调出。理由是监测井水位连续三年下降，不符合调出条件；今后两年水位回升并稳定的，可申请复核。
感谢各位对水利工作的关心。`,
    },
  ]),
  ...inColumn('slt', 'fangtan', [
    {
      ...{ slug: 'ft-qushui', daysAgo: 32, time: '18:30', title: '访谈实录：打一眼井，要走几步' },
      body: `
## 主持人
今天请水资源管理处黎照影谈谈取水许可。很多网友问，自家院里打井要不要办证？
## 黎照影
家庭生活用水、零星散养畜禽饮用等少量取水不需要申请许可。用于经营、种植的，应当先申请，批准后再打井。
## 网友“渠边人家”
材料很难写怎么办？
## 黎照影
取水量较小的填一张论证表就行，窗口有样表。表里要填的水文资料，我们能查到的不让您再跑。
## 主持人
不批怎么办？
## 黎照影
会书面说明理由。比如在禁采区，会告诉您最近的公共水源。您不服，可以申请复议或提起诉讼。`,
    },
    {
      ...{ slug: 'ft-jieshui', daysAgo: 87, time: '17:30', title: '访谈实录：水费账单里的学问' },
      body: `
## 主持人
今天邀请农村水利水电处苏漱石，聊一聊农业水费。
## 苏漱石
水费由基本水价和计量水价组成。定额以内的平价，超定额分档加价，节约的有奖励。
## 网友“红柳”
我家没浇几次水，为什么也有基本水费？
## 苏漱石
基本水费用来维护渠道和闸门，无论用多用少都要养护。困难户可以申请减免。
## 网友“老井”
对读数有怀疑找谁？
## 苏漱石
先找村水管员一起看表，再有分歧找灌区，核实清楚再收费，期间不停水。`,
    },
  ]),
];

const about = inColumn('slt', 'jigou', [
  {
    ...{ slug: 'zhuyao-zhize', daysAgo: 170, time: '11:00', title: '主要职责' },
    disclosure: ['organisation', 'other', null, 10],
    body: `
自治区水利厅贯彻落实党中央关于水利工作的方针政策和自治区党委的部署要求，主要职责包括：
- 保障水资源合理开发利用，拟订水利规划和政策；
- 负责生活、生产经营和生态环境用水的统筹和保障；
- 按规定制定水利工程建设有关制度并组织实施；
- 指导水资源保护、节约用水和水文工作；
- 指导水利设施、水域及其岸线的管理、保护与综合利用；
- 负责水土保持、农村水利和水利工程移民管理；
- 组织编制洪水干旱灾害防治规划，承担防御洪水应急抢险的技术支撑。`,
    translations: {
      en: {
        title: 'What the Department does',
        body: `
- It keeps the balance between what is taken and what is there, and prepares plans and policies;
- it secures water for life, work and nature;
- it sets rules for the building of water works;
- it guides the saving of water, hydrology, and the care of rivers, lakes and banks;
- it answers for soil conservation, rural water and resettlement;
- it plans against floods and droughts and gives technical support in emergencies.`,
      },
      ug: {
        title: 'ئاساسلىق ۋەزىپىسى',
        body: `
- سۇ بايلىقىنى مۇۋاپىق ئېچىش ۋە ئىشلىتىشكە كاپالەتلىك قىلىش؛
- تۇرمۇش، ئىشلەپچىقىرىش ۋە ئېكولوگىيە سۈيىنى بىر تۇتاش ئورۇنلاشتۇرۇش؛
- سۇ تېجەش ۋە ھىدرولوگىيە خىزمىتىگە يېتەكچىلىك قىلىش؛
- كەلكۈن ۋە قۇرغاقچىلىقتىن مۇداپىئە كۆرۈش پىلانىنى تۈزۈش.`,
      },
    },
  },
  {
    ...{ slug: 'bangong-shijian', daysAgo: 168, time: '12:00', title: '办公时间和联系方式' },
    disclosure: ['organisation', 'other', null, 5],
    body: `
办公地址：乌鲁木齐市示例路1号。
办公时间：工作日10:00至14:00，15:30至19:30，法定节假日除外。
办事窗口：自治区政务服务中心水利窗口，工作日中午不休息。
水利服务热线：12314，全天受理。
政府信息公开申请：可当面、邮寄或通过本网站提交，自收到申请之日起二十个工作日内答复。`,
    translations: {
      en: {
        title: 'Office hours and how to reach us',
        body: `
Address: 1 Shili Road, Urumqi (an invented address).
Hours: on working days 10:00 to 14:00 and 15:30 to 19:30. The service window does not close at noon.
Water service line: 12314, day and night.
Requests for information may be made in person, by post or on this site; they are answered within twenty working days.`,
      },
    },
  },
]);
export const aboutAndTalks = [...talks, ...about];
