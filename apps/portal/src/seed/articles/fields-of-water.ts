import { inColumn } from '../written-article.js';

/** 水旱灾害防御, 水资源管理, 河湖长制 of the department. */
const defence = inColumn('slt', 'fangyu', [
  {
    ...{ slug: 'fangyu-wuzi', daysAgo: 3, time: '16:50', title: '自治区防御物资储备完成年度轮换' },
    body: `
自治区级防御物资三处储备库近日完成年度清点和轮换，更换到期编织袋四十万条、救生衣二千六百件，新增大流量排水车六台、折叠堤坝一千五百延米。
每件物资均贴有编码，入库、调拨、归还全程可查。调运演练表明，从接到指令到首车出库平均二十六分钟，比上次缩短九分钟。
下一步将向山洪灾害易发的十八个县前置抢险包，每包包括照明、绳索、铜锣和简易担架。`,
    translations: {
      en: {
        title: 'Stores for flood defence renewed',
        body: `
The region's three stores have replaced 400,000 woven bags and 2,600 life jackets, and have six more pump trucks and 1,500 metres of folding dam.
In a drill the first truck left 26 minutes after the order, nine minutes faster than last time.`,
      },
    },
  },
  {
    ...{ slug: 'ganhan-yanpan', daysAgo: 17, time: '11:00', title: '水旱灾害防御形势会商：山前河流来水平稳' },
    body: `
水利、气象、应急等部门{0}开展联合会商。会商认为，未来十天主要河流来水平稳，水库蓄水总量比常年同期偏多百分之四，城乡供水有保障。
会商同时提醒，东部部分县土壤墒情偏低，需合理安排灌溉次序。对三座病险水库继续实行限制水位运行。
各地要保持值守力量不减，按预案落实巡查，发现险情立即处置并同步报告。`,
  },
  {
    ...{ slug: 'yuan-xiuding', daysAgo: 44, time: '13:10', title: '超标洪水防御预案完成新一轮修订' },
    body: `
十二条重点河流、二十七座大中型水库的超标洪水防御预案近日修订完成。新预案把“谁来转移、往哪转移、走哪条路”细化到村组，附图标明安置点容量和备用路线。
修订中走访群众一千二百余户，核实老人、孕妇、残疾人等需要帮助的人员三百四十六名，逐一明确联系人。
预案将在三十日内完成桌面推演，并选择四个县开展实地演练。`,
  },
]);

const resources = inColumn('slt', 'shuiziyuan', [
  {
    ...{ slug: 'qushuikou', daysAgo: 5, time: '12:20', title: '取水口核查整改：问题销号率百分之九十六' },
    body: `
全区取水口核查整改“回头看”近日结束。共复核取水口二万六千余处，问题销号率百分之九十六，较年初提高十一个百分点。
未销号的主要是跨县界取水口权属不清、计量井房拆迁两类，已由流域管理机构会同属地逐处研究。
复核采用现场拍照、坐标比对和电量核对三种方式，随机抽取的五百处中，信息完全一致的占百分之九十二，不一致的当场更正。`,
  },
  {
    ...{ slug: 'dixiashui-shuiwei', daysAgo: 21, time: '16:00', title: '地下水超采区水位变化通报' },
    body: `
上季度，全区地下水超采区平均水位与上年同期相比回升零点三六米。纳入通报的二十四个县中，水位上升的十六个，稳定的五个，下降的三个。
| 变化 | 县（个） | 平均幅度（米） |
| 上升 | 16 | 0.62 |
| 稳定 | 5 | 0.04 |
| 下降 | 3 | 0.29 |
对连续两个季度下降的县，暂停审批新增地下水取水，并要求提交压采方案。`,
  },
  {
    ...{ slug: 'shuiquan-dengji', daysAgo: 62, time: '10:30', title: '用水权确权登记覆盖大型灌区' },
    body: `
大型灌区农业用水权确权登记工作完成，共发放用水权证三十一万本，明确到户或农民用水合作组织。
证书记载水源、水量、用途和期限，附二维码，可查询当年分配水量和已用水量。土地流转的，用水权随地流转，由灌区办理变更。
持证人可以在灌区内转让节余水量，也可以申请由灌区按保护价回购。`,
  },
]);

const rivers = inColumn('slt', 'hezhang', [
  {
    ...{ slug: 'hezhang-xunhe', daysAgo: 6, time: '10:10', title: '河湖长巡河“发现—交办—复核”闭环情况通报' },
    body: `
上月，全区各级河湖长巡河四万一千余人次，发现问题一千九百三十七个，办结一千八百六十二个，办结率百分之九十六。
通报指出，仍有七个县存在“只巡不报”的情况，轨迹有记录而问题数长期为零。自治区河长制办公室抽取其中二十段现场复核，发现未上报问题十四个，已交办并约谈责任人。
群众可扫描公示牌上的二维码上传照片，属实的五个工作日内反馈处理结果。`,
    translations: {
      en: {
        title: 'What river chiefs found and what became of it',
        body: `
Last month river chiefs of all levels made more than 41,000 inspections and found 1,937 problems, of which 1,862 are settled.
Seven counties reported walks but hardly any problem. Of twenty reaches that were walked again there, fourteen unreported problems came to light; those in charge have been spoken to.
Anybody can send a photograph by the code on the notice board and gets an answer within five working days.`,
      },
    },
  },
  {
    ...{ slug: 'qingsi-zhengzhi', daysAgo: 28, time: '17:40', title: '河湖“清四乱”常态化：销号前须由第三方复核' },
    body: `
自治区水利厅对河湖乱占、乱采、乱堆、乱建问题整改实行新的销号程序：县级自查、第三方实地复核、市级确认，三步缺一不可。
新程序试行三个月来，退回整改不到位的问题三十一个，主要是表面覆土、边界未退够、建筑垃圾就地掩埋。
第三方由随机抽取产生，不得复核本县问题，复核照片须包含坐标和时间。`,
  },
  {
    ...{ slug: 'xingfu-hehu', daysAgo: 83, time: '12:00', title: '三个县启动幸福河湖建设' },
    body: `
柳湾河、北山湖、清泉河三个项目列入年度幸福河湖建设名单。项目不搞大拆大建，重点做好防洪补短板、岸线保护、水质改善和沿岸群众增收。
建设标准由群众参与制定，每个项目召开不少于两次村民议事会，议事结果公示。柳湾河项目根据村民建议，把原设计的硬质护岸改为生态缓坡，保留了老渡口。
项目建成一年后开展满意度调查，低于百分之八十五的不予验收。`,
  },
]);

export const fieldsOfWater = [...defence, ...resources, ...rivers];
