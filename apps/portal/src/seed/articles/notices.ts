import { department } from '../names.js';
import { inColumn } from '../written-article.js';

/** 通知公告 of the department. */
export const notices = inColumn('slt', 'tongzhi', [
  {
    ...{ slug: 'qushui-tongji', daysAgo: 1, time: '11:20', source: department },
    title: '关于做好下年度取水计划申报工作的通知',
    disclosure: ['water_resources', 'notice', '新水资〔{年}〕128号', 2],
    body: `
各地州市水利（水务）局，各流域管理机构，有关取水单位：
为做好下年度取水计划管理，现就申报工作通知如下。
## 一、申报范围
由自治区水利厅和流域管理机构发证的取水单位和个人，均应申报。
## 二、申报内容
- 本年度实际取水量、分月取水过程和计量设施运行情况；
- 下年度建议取水量及用途、用水定额；
- 拟采取的节水措施。
## 三、时间安排
{+30}前通过政务服务平台提交；逾期未申报的，按上年度核定量的百分之九十暂定。
## 四、其他
流域内上下游争议较大的取水口，由流域管理机构会同属地提出意见后报厅。`,
    translations: {
      en: {
        title: 'Notice: water abstraction plans for next year',
        body: `
Holders of abstraction licences issued by the Department or by a basin administration are to submit their plans for next year.
- What was abstracted this year, month by month, and how meters worked;
- What is proposed for next year, for which use, and by which norm;
- How water will be saved.
Please submit on the government service platform by {+30}. For those who do not, nine tenths of this year's quantity is fixed for the time being.`,
      },
      ug: {
        title: 'كېلەر يىللىق سۇ ئېلىش پىلانىنى مەلۇم قىلىش ئۇقتۇرۇشى',
        body: `
سۇ ئېلىش ئىجازىتى بار ئورۇن ۋە شەخسلەر كېلەر يىللىق سۇ ئېلىش پىلانىنى مەلۇم قىلىشى كېرەك.
- بۇ يىل ئەمەلىي ئېلىنغان سۇ مىقدارى؛
- كېلەر يىللىق سۇ ئېلىش تەكلىپى ۋە ئىشلىتىش ئورنى؛
- سۇ تېجەش تەدبىرلىرى.
پىلاننى ھۆكۈمەت مۇلازىمەت سۇپىسى ئارقىلىق يوللاڭ.`,
      },
    },
  },
  {
    ...{ slug: 'zhicheng-pingshen', daysAgo: 3, time: '12:00', title: '{年}年度水利工程系列职称评审工作安排' },
    disclosure: ['personnel', 'notice', '新水人〔{年}〕46号', 3],
    body: `
各地州市水利（水务）局，厅属各单位：
现将本年度水利工程系列职称评审工作安排通知如下。
| 环节 | 时间 |
| 网上申报 | {+3}至{+23} |
| 单位公示 | 申报截止后五个工作日 |
| 资格审核 | {+40}前 |
| 评审会议 | 另行通知 |
申报人应如实填写业绩，长期在县以下水管单位工作的，论文不作要求，可用技术总结、工法、预案代替。
材料不齐的，退回一次并列明缺项，五个工作日内补齐。咨询由人事处职称工作组答复。`,
  },
  {
    ...{ slug: 'xitong-weihu', daysAgo: 6, time: '17:30', title: '关于暂停办理取水许可电子证照的公告' },
    summary: '因系统升级，{+4}零时至八时暂停电子证照签发和查询。',
    body: `
因电子证照系统升级，{+4}零时至八时，取水许可电子证照的签发、下载和核验暂停。网上提交申请、查询办理进度不受影响。
暂停期间确需核验证照的，可凭纸质证照或受理通知书办理相关业务。升级完成后服务自动恢复，无需申请人重新操作。
由此带来的不便，敬请谅解。`,
    translations: {
      en: {
        title: 'Electronic abstraction licences not available for eight hours',
        body: `
Because of an upgrade, electronic abstraction licences cannot be issued, downloaded or verified from midnight to 8 a.m. on {+4}. Applications can be submitted and followed as usual.
Paper licences and notices of acceptance are valid proof meanwhile. Nothing needs to be done again afterwards.`,
      },
    },
  },
  {
    ...{ slug: 'xinyong-pingjia', daysAgo: 9, time: '16:40', title: '关于水利建设市场主体信用评价结果的公示' },
    disclosure: ['projects', 'announcement', '新水建〔{年}〕71号', 4],
    body: `
根据水利建设市场主体信用评价有关规定，经申报、初审、复核，现将本批次评价结果予以公示，公示期五个工作日。
| 等级 | 施工 | 监理 | 设计 |
| AAA | 6家 | 2家 | 3家 |
| AA | 14家 | 5家 | 4家 |
| A | 31家 | 9家 | 8家 |
对结果有异议的，请在公示期内以书面形式提出，写明事实和依据，并留下联系方式。匿名或超出期限的异议不予受理。`,
  },
  {
    ...{ slug: 'shuitu-shenpi', daysAgo: 13, time: '12:30', title: '关于公布上季度生产建设项目水土保持方案审批结果的公告' },
    disclosure: ['soil_conservation', 'announcement', '新水土〔{年}〕33号', 5],
    body: `
上季度，自治区水利厅共批准生产建设项目水土保持方案二十七件，不予批准二件，申请人撤回一件。批准项目防治责任范围合计三千一百公顷，水土流失治理度目标均不低于百分之八十五。
不予批准的二件，主要原因是弃渣场选址在沟道内且未论证稳定性、表土剥离方案缺失。已书面告知理由和救济途径。
建设单位应当在开工前落实监测、监理，完工后自主验收并在官方网站公示验收材料，公示时间不少于二十个工作日。`,
  },
  {
    ...{ slug: 'gongkai-zhaopin', daysAgo: 18, time: '13:00', title: '厅属事业单位公开招聘工作人员公告' },
    disclosure: ['personnel', 'announcement', '新水人〔{年}〕39号', 3],
    body: `
因工作需要，厅属四家事业单位面向社会公开招聘工作人员二十四名，其中水文测验岗十二名、工程运行岗七名、信息技术岗五名。
报名时间：{+5}至{+12}，通过报名平台填报。资格初审在报名后两个工作日内完成，未通过的说明原因，报名期内可改报一次。
笔试科目为综合应用能力，面试按岗位设实操环节。水文测验岗须适应野外驻站工作，每年驻站不少于一百八十天。
招聘全过程接受监督，不指定任何辅导机构和教材。`,
  },
  {
    ...{ slug: 'zhiban-dianhua', daysAgo: 27, time: '18:20', title: '关于公布水旱灾害防御值班方式的公告' },
    body: `
为方便群众报告险情，现公布全区水旱灾害防御值班方式。
- 水利服务热线：12314，全天受理；
- 各县（市、区）值班室：可在本网站“机构概况”中按所在地查询；
- 现场报告：可直接向河道公示牌上的河长、巡查员报告。
报告时请尽量说明地点、时间、水势变化和有无人员被困。请勿为拍摄照片靠近险段。`,
  },
  {
    ...{ slug: 'wangzhan-diaocha', daysAgo: 35, time: '15:20', title: '关于开展网站服务满意度调查的通知' },
    body: `
为改进政务网站服务，现面向公众开展满意度调查。调查共九题，约需三分钟，不收集姓名、电话和证件信息。
调查时间为{0}至{+30}。结束后一个月内公布统计结果和改进清单，说明哪些意见已采纳、哪些暂不能办及其原因。
不便上网的群众，可到各级政务服务大厅水利窗口索取纸质问卷。`,
  },
  {
    ...{ slug: 'anquan-shengchan', daysAgo: 48, time: '11:50', title: '关于加强在建水利工程安全生产工作的通知' },
    disclosure: ['projects', 'notice', '新水监〔{年}〕27号', 2],
    body: `
各地州市水利（水务）局，厅属各单位，有关参建单位：
近期全区在建水利工程进入施工高峰，为防范事故，通知如下。
一、隧洞、深基坑、高边坡、起重吊装实行专项方案和旁站制度，无方案不得施工。
二、项目法人每周、监理每日、班组每班开展检查，隐患当日登记，重大隐患停工整改。
三、大风、强降雨、高温时段按预警等级停止露天和高处作业，不得为赶工期强令冒险作业。
四、举报重大隐患经查实的，按规定给予奖励并为举报人保密。`,
  },
  {
    ...{ slug: 'shuijia-tongzhi', daysAgo: 66, time: '12:15', title: '关于规范农业用水计量收费公示的通知' },
    disclosure: ['rural_water', 'notice', '新水农〔{年}〕18号', 4],
    body: `
各地州市水利（水务）局：
为让群众用明白水、交明白钱，现就规范农业用水计量收费公示通知如下。
一、公示内容包括：水价及依据、轮次水量、应收实收金额、减免和补贴、监督电话。
二、每轮灌水结束后七日内，在村委会和水管站公示，公示期不少于十五日。
三、计量数据与农户记录不一致的，先核实后收费；核实期间不得停水。
四、严禁在水费中搭车收取其他费用。`,
  },
]);
