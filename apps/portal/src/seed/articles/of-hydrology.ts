import { inColumn } from '../written-article.js';

/** Site of 水文局. */
export const ofHydrology = [
  ...inColumn('swj', 'dongtai', [
    {
      ...{ slug: 'zidong-ceyan', daysAgo: 1, time: '11:00', title: '十二处水文站实现全要素自动监测' },
      body: `
经过三个月试运行，卡拉滩、石门等十二处水文站实现水位、流量、泥沙、水温、蒸发全要素自动监测，由驻守改为巡测。
比测结果显示，自动监测流量与人工实测的平均偏差为百分之二点八，符合规范要求。高含沙时段偏差仍偏大，将继续保留人工加测。
改为巡测后，原驻站人员转入应急监测队，任务区域由单站扩大到整条河流。`,
      translations: {
        en: {
          title: 'Twelve gauging stations now measure everything by themselves',
          body: `
Level, flow, sediment, water temperature and evaporation are now measured automatically at twelve stations. Flow differs from manual gauging by 2.8 per cent on average; at high sediment loads people still measure too.
Staff who lived at the stations have joined the emergency survey team.`,
        },
      },
    },
    {
      ...{ slug: 'yingji-jiance', daysAgo: 12, time: '17:10', title: '应急监测队在高山区完成堰塞湖测量演练' },
      body: `
水文应急监测队在海拔三千二百米的演练区，模拟滑坡堵江形成堰塞湖，完成库容测算、溃口流量推求和下游淹没分析。
无人机三十分钟获取坝体地形，遥控船测得最大水深十八米，首份分析成果在接到任务后两小时十分报出。
演练暴露出高海拔电池续航短、卫星链路切换慢等问题，已列入改进清单。`,
    },
    {
      ...{ slug: 'ziliao-zhengbian', daysAgo: 26, time: '12:00', title: '水文资料整编实现按月清、季度审' },
      body: `
以往水文资料整编集中在年初，现在改为按月整理、季度审查。上季度审查一百二十六站资料，差错率万分之零点六。
按月整编后，断面变化、仪器漂移等问题能及时发现，避免年终返工。经审查的日均流量在次季度首月公布，供社会查询。
资料使用者发现疑点，可通过本站反馈，十个工作日内答复。`,
    },
  ]),
  ...inColumn('swj', 'tongzhi', [
    {
      ...{ slug: 'ziliao-fuwu', daysAgo: 9, time: '16:00', title: '关于开放基础水文资料网上查询的通知' },
      body: `
自{+7}起，国家基本水文站经审查的逐日水位、流量和降水量资料开放网上查询，无需申请，免费下载。
实时报汛数据未经整编，仅供参考。涉及边界河流和按规定不予公开的资料，按原程序办理。
引用资料时请注明“资料来源：自治区水文局”和整编年份。`,
    },
    {
      ...{ slug: 'cezhan-baohu', daysAgo: 41, time: '11:30', title: '关于水文监测环境保护范围的公告' },
      body: `
水文监测河段上下游各五百米、监测设施周边二十米为保护范围。保护范围内禁止取土、采砂、停靠船只、堆放物料和修建影响监测的建筑物。
确需修建桥梁等工程的，应当事先征求意见并采取补救措施。损坏监测设施的，依法承担修复费用。`,
    },
    {
      ...{ slug: 'kaoshi-shuiwen', daysAgo: 78, time: '15:30', title: '关于组织水文勘测工技能鉴定的通知' },
      body: `
本年度水文勘测工技能鉴定报名时间为{+2}至{+16}，设初级、中级、高级三个等级。
理论考试在各地水文勘测中心举行，实操考试集中在卡拉滩水文站，项目包括流速仪测流、水准测量和降水量观测。
从事水文工作满一年的在岗人员均可报名，驻站人员的差旅由所在单位承担。`,
    },
  ]),
  ...inColumn('swj', 'shuiqing', [
    {
      ...{ slug: 'xun-bao', daysAgo: 2, time: '18:00', title: '上旬水情公报' },
      body: `
上旬全区主要河流来水总量较常年同期偏多百分之六，各河流水位均在警戒以下。
| 河流 | 断面 | 旬均流量（立方米每秒） | 较常年 |
| 开都河 | 大山口 | 86 | 偏多8% |
| 玛纳斯河 | 红山嘴 | 24 | 偏多3% |
| 叶尔羌河 | 卡群 | 71 | 偏少2% |
| 伊犁河 | 雅马渡 | 212 | 偏多9% |
重点水库蓄水总量比上旬末增加百分之一点四。以上数据为演示数据，未经整编。`,
      translations: {
        en: {
          title: 'Bulletin of the last ten days',
          body: `
The main rivers carried six per cent more than usual; all levels were below warning.
| River | Section | Mean flow (m³/s) | Against the norm |
| Kaidu | Dashankou | 86 | +8% |
| Manas | Hongshanzui | 24 | +3% |
| Yarkant | Kaqun | 71 | -2% |
| Ili | Yamadu | 212 | +9% |
The figures are made up for demonstration.`,
        },
      },
    },
    {
      ...{ slug: 'yue-bao', daysAgo: 20, time: '18:00', title: '上月水资源情势月报' },
      body: `
上月全区平均降水量较常年同期偏多百分之十二，降水主要集中在天山山区。二十四条重点河流来水十九条偏多、五条偏少。
平原区地下水监测井一千一百眼中，水位上升的占百分之四十六，稳定的占百分之三十八，下降的占百分之十六。
预计下月来水总体接近常年。以上数据为演示数据，未经整编。`,
    },
    {
      ...{ slug: 'ji-bao', daysAgo: 54, time: '17:00', title: '上季度积雪监测简报' },
      body: `
上季度末，全区山区积雪面积较近十年同期均值偏大百分之七，其中阿尔泰山偏大百分之十一，昆仑山北坡偏小百分之四。
四十二处雪深站平均雪深二十三厘米，折合雪水当量五十八毫米。融雪期来水预计正常略多，中小河流需关注气温骤升引起的融雪洪水。
以上数据为演示数据，未经整编。`,
    },
  ]),
  ...inColumn('swj', 'jigou', [
    {
      ...{ slug: 'swj-zhize', daysAgo: 165, time: '11:00', title: '水文局职能' },
      body: `
自治区水文局承担水文水资源监测、水文站网建设和管理、水情预报、水资源调查评价和水文资料整编等工作。
下设站网、水情、水资源、水质、信息五个科室和十二个水文勘测中心，管理国家基本水文站一百三十处、各类监测站点五千余处。
对外提供基础水文资料查询、水文分析计算咨询和水质检测服务，收费项目和标准在服务窗口公示。`,
    },
  ]),
];
