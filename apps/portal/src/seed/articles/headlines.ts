import { department } from '../names.js';
import { inColumn } from '../written-article.js';

/** 水利要闻 of the department. Places of works, people and figures are invented. */
export const headlines = inColumn('slt', 'yaowen', [
  {
    ...{ slug: 'dongshui-bushu', daysAgo: 0, time: '10:30', title: '全区输水安全保障工作部署会召开' },
    summary: '会议要求逐渠排查、逐闸落责，水情信息每日报送。',
    ...{ source: department, author: '舒望川', keywords: ['输水安全', '值班值守'] },
    body: `
{-1}，自治区水利厅召开全区输水安全保障工作部署会，通报各灌区渠系排查情况，安排下一阶段重点任务。厅长高远山出席会议并讲话。
会议指出，入季以来全区已检查干支渠一千二百六十公里、建筑物三百一十七座，发现隐患八十四处，其中七十九处当场整改，其余五处已明确责任人和完成期限。
会议强调三项重点：
- 逐渠排查。对渡槽、倒虹吸、涵洞等易堵易漏部位建立台账，整改一处、销号一处。
- 逐闸落责。闸门启闭实行双人复核，操作记录当日上传。
- 逐日报送。各灌区每日上午报送前一日引水量、水位和巡查情况，遇险情立即报告。
会后，参会人员分组观摩了白杨渡灌区的闸门远程操作演练。`,
    translations: {
      en: {
        title: 'Region prepares its canals for safe water delivery',
        summary: 'Every canal is to be inspected, every gate to have a named keeper, every day to have its report.',
        body: `
On {-1} the Department of Water Resources held a region-wide meeting on safe water delivery. Director General Gao Yuanshan attended and spoke.
So far 1,260 km of main and branch canals and 317 structures have been inspected. Of 84 defects found, 79 were repaired at once; the other five have a person in charge and a date.
## Three tasks
- Inspect every canal: aqueducts, inverted siphons and culverts are listed, and each defect is closed one by one.
- Name a keeper for every gate: two people check each operation, and its record is uploaded the same day.
- Report every day: each irrigation district reports flow, level and patrols in the morning, and any danger at once.`,
      },
      ug: {
        title: 'پۈتۈن رايوندا سۇ يەتكۈزۈش بىخەتەرلىكى يىغىنى ئېچىلدى',
        summary: 'يىغىندا ئۆستەڭلەرنى بىرمۇبىر تەكشۈرۈش ۋە ھەر كۈنى مەلۇمات يوللاش تەلەپ قىلىندى.',
        body: `
ئاپتونوم رايونلۇق سۇ ئىشلىرى نازارىتى سۇ يەتكۈزۈش بىخەتەرلىكى خىزمىتىنى ئورۇنلاشتۇرۇش يىغىنى ئاچتى.
ھازىرغىچە 1260 كىلومېتىر ئۆستەڭ تەكشۈرۈلدى، 84 يوشۇرۇن خەۋپ بايقىلىپ، 79 ى شۇ جايدىلا تۈزىتىلدى.
- ھەر بىر ئۆستەڭ تەكشۈرۈلىدۇ.
- ھەر بىر سۇ دەرۋازىسىغا مەسئۇل كىشى بېكىتىلىدۇ.
- ھەر كۈنى ئەتىگەندە سۇ مىقدارى ۋە سۇ ئورنى مەلۇم قىلىنىدۇ.`,
      },
    },
  },
  {
    ...{ slug: 'kanerjing-qingyu', daysAgo: 2, time: '12:10', title: '吐鲁番四十七条坎儿井完成年度清淤' },
    summary: '清淤后平均出水量较去年同期增加一成，沿线三千余亩葡萄地受益。',
    keywords: ['坎儿井', '保护修缮'],
    body: `
吐鲁番市今年列入年度计划的四十七条坎儿井已全部完成清淤和竖井口加固，日均出水量合计恢复到九万六千立方米，比清淤前增加约一成。
据现场技术负责人、石井村掏捞队队长艾水根介绍，今年首次在暗渠内使用低压照明和气体检测仪，下井作业实行一井一人专管、一小时一轮换，全季没有发生安全事故。
清出的淤沙经晾晒后就近用于田埂和竖井口护坡，不另占地。每条坎儿井的长度、竖井数量、出水量和修缮记录已录入保护名录，群众可在当地水管站查询。
下一步将对其中九条出水量仍偏低的坎儿井开展补水试验，并划定水源保护范围。`,
    translations: {
      en: {
        title: 'Forty-seven karez of Turpan cleaned this year',
        summary: 'Outflow is about a tenth higher than before; more than 3,000 mu of vineyards benefit.',
        body: `
All 47 karez on this year's list in Turpan have been cleaned and their shaft mouths strengthened. Together they now give 96,000 cubic metres a day, about a tenth more than before.
Low-voltage lamps and gas detectors were used underground for the first time. One person watched over each shaft, and crews changed every hour; there was no accident in the whole season.
Length, number of shafts, outflow and repairs of every karez are kept in the protection register, which can be read at the local water station.`,
      },
      ug: {
        title: 'تۇرپاندا 47 كارىز تازىلاندى',
        summary: 'كارىزلارنىڭ سۇ چىقىرىش مىقدارى تەخمىنەن ئوندىن بىر ھەسسە ئاشتى.',
        body: `
تۇرپان شەھىرىدە بۇ يىللىق پىلانغا كىرگۈزۈلگەن 47 كارىزنىڭ ھەممىسى تازىلىنىپ بولدى.
بىر كۈنلۈك سۇ چىقىرىش مىقدارى 96 مىڭ كۇب مېتىرغا يەتتى. ئۈچ مىڭ مودىن ئارتۇق ئۈزۈمزارلىق بۇنىڭدىن نەپ ئالدى.
ھەر بىر كارىزنىڭ ئۇزۇنلۇقى، قۇدۇق سانى ۋە رېمونت خاتىرىسى قوغداش تىزىملىكىگە كىرگۈزۈلدى.`,
      },
    },
  },
  {
    ...{ slug: 'talimu-shengtai', daysAgo: 4, time: '16:20', title: '塔里木河下游本年度第二次生态输水启动' },
    summary: '计划下泄一亿二千万立方米，沿程设七处监测断面。',
    body: `
{-1}上午，大西渡节制闸缓缓提起，塔里木河下游本年度第二次生态输水开始。本次计划下泄水量一亿二千万立方米，历时约四十五天。
与第一次相比，本次输水有三个变化：一是采用双河道同时过水，使离主河道较远的胡杨林也能得到补给；二是沿程设七处监测断面和三十二眼地下水观测井，数据逐日公布；三是把三处低洼地纳入漫溢范围，观察草本植物恢复情况。
输水期间，沿河两岸一公里内禁止擅自开口引水，请过往群众远离河道，不要在水边停车和露营。`,
    translations: {
      en: {
        title: 'Second ecological release of the year begins on the lower Tarim',
        summary: '120 million cubic metres are planned, watched at seven sections.',
        body: `
The second ecological release of this year to the lower Tarim began on {-1}. About 120 million cubic metres will flow over some 45 days.
Both channels carry water at the same time, so that poplar stands away from the main bed are reached too. Seven sections and 32 groundwater wells are read every day and the figures are published.
Please keep away from the river bed during the release; diversion without permission is forbidden within one kilometre of the banks.`,
      },
      ug: {
        title: 'تارىم دەرياسىنىڭ تۆۋەن ئېقىنىغا ئىككىنچى قېتىملىق ئېكولوگىيەلىك سۇ قويۇش باشلاندى',
        body: `
بۇ يىللىق ئىككىنچى قېتىملىق ئېكولوگىيەلىك سۇ قويۇش باشلاندى. پىلاندا 120 مىليون كۇب مېتىر سۇ قويۇلىدۇ.
بويلاپ يەتتە نۇقتىدا سۇ ئەھۋالى ھەر كۈنى كۆزىتىلىدۇ.
ئاممىنىڭ دەريا قىنىدىن يىراق تۇرۇشىنى سورايمىز.`,
      },
    },
  },
  {
    ...{ slug: 'guanqu-gaizao', daysAgo: 7, time: '11:05', title: '伊犁河谷三处中型灌区节水改造通过验收' },
    summary: '改造后渠系水利用系数由零点五二提高到零点六三。',
    body: `
近日，伊犁河谷青杏坪、柳湾、北山坡三处中型灌区续建配套与节水改造项目通过完工验收。
三个项目共衬砌渠道一百三十八公里，新建和改建建筑物四百余座，安装量测水设施二百六十套。验收组抽检混凝土强度、渠道纵坡和量水精度，全部达到设计要求。
改造后，渠系水利用系数由零点五二提高到零点六三，预计每年可节水二千一百万立方米，灌水周期缩短四天。
| 灌区 | 衬砌渠道（公里） | 量水设施（套） | 年节水（万立方米） |
| 青杏坪 | 61 | 118 | 920 |
| 柳湾 | 44 | 83 | 690 |
| 北山坡 | 33 | 59 | 490 |
工程移交后由灌区管理单位运行，维修养护经费列入年度预算。`,
    translations: {
      en: {
        title: 'Water-saving works of three irrigation districts accepted in the Ili valley',
        body: `
Three medium irrigation districts in the Ili valley, Qingxingping, Liuwan and Beishanpo, have passed acceptance.
| District | Lined canals (km) | Gauges | Saved a year (10,000 m³) |
| Qingxingping | 61 | 118 | 920 |
| Liuwan | 44 | 83 | 690 |
| Beishanpo | 33 | 59 | 490 |
The canal efficiency rises from 0.52 to 0.63, and an irrigation turn is four days shorter.`,
      },
    },
  },
  {
    ...{ slug: 'shanhong-yanlian', daysAgo: 10, time: '18:00', title: '全区山洪灾害监测预警系统完成联合调试' },
    summary: '三千余处站点参加调试，预警信息平均两分四十秒送达责任人。',
    body: `
自治区水利厅会同各地水利部门，用三天时间对山洪灾害监测预警系统进行联合调试。全区三千零四十二处自动监测站、六百八十处预警广播参加，一次联通率百分之九十八点一。
调试模拟了短历时强降雨、通信中断、停电三种情形。从雨量越限到预警信息送达村组责任人，平均用时两分四十秒，最长五分十秒。通信中断的村采用铜锣、手摇报警器接力通知。
调试中发现的五十八处问题，包括太阳能板积尘、电池老化、责任人电话变更未更新等，已逐一交办，要求十日内完成。`,
    translations: {
      en: {
        title: 'Flash flood warning system tested across the region',
        body: `
Over three days 3,042 automatic stations and 680 warning loudspeakers were tested together; 98.1 per cent answered at the first call.
Three cases were played: a short cloudburst, a loss of communication and a power cut. From the moment rainfall passed its limit a warning took 2 minutes 40 seconds on average to reach the person in charge of a village.
Fifty-eight defects, such as dusty solar panels and telephone numbers that had changed, are to be put right within ten days.`,
      },
      ug: {
        title: 'تاغ كەلكۈنىدىن ئالدىن ئاگاھلاندۇرۇش سىستېمىسى سىناقتىن ئۆتكۈزۈلدى',
        body: `
پۈتۈن رايوندىكى 3042 ئاپتوماتىك كۆزىتىش نۇقتىسى ۋە 680 ئاگاھلاندۇرۇش كانىيى سىناققا قاتناشتى.
ئاگاھلاندۇرۇش ئۇچۇرى ئوتتۇرا ھېساب بىلەن ئىككى مىنۇت 40 سېكۇنتتا مەسئۇل كىشىگە يەتتى.
بايقالغان 58 مەسىلە ئون كۈن ئىچىدە ھەل قىلىنىدۇ.`,
      },
    },
  },
  {
    ...{ slug: 'shuiquan-jiaoyi', daysAgo: 14, time: '13:40', title: '昌吉首批农户间水权交易线上成交' },
    summary: '三十六户参与，成交水量二十一万立方米。',
    body: `
昌吉回族自治州首批农户间水权交易日前在水权交易平台成交。三十六户参与，成交二十一万立方米，成交价每立方米零点二三元至零点三一元。
卖方之一、渠边村村民马映禾把全部棉田改成了膜下滴灌，核定水量用不完。“以前余水白白流走，现在能换成钱，买新的滴灌带正好。”买方多为种植番茄和瓜菜的农户，需水集中在灌溉高峰。
平台对交易做了三项限制：只在同一灌区内交易；不超过户均核定水量的三成；不改变水的农业用途。成交后由灌区水管站按次配水、按表计量。`,
  },
  {
    ...{ slug: 'shuiku-anquan', daysAgo: 19, time: '17:15', title: '全区小型水库安全监测设施年内建设任务完成' },
    summary: '二百一十二座小型水库实现雨水情自动测报。',
    body: `
截至{-2}，全区年内计划的二百一十二座小型水库雨水情测报设施、九十六座大坝安全监测设施全部建成投用。
每座水库配置水位计、雨量计和图像站，坝高十五米以上的增设渗流和位移观测。数据先到县级平台，再汇入自治区平台，一处采集、三级共享。
值班员说，过去遇强降雨要派人上坝看水尺，现在水位超汛限十分钟内即可收到提醒。各水库防汛行政、技术、巡查三个责任人名单已在坝区公示牌和本网站公布。`,
  },
  {
    ...{ slug: 'jishu-bisai', daysAgo: 24, time: '19:00', title: '水利行业职业技能竞赛闭幕 十八人获技术能手称号' },
    body: `
为期四天的全区水利行业职业技能竞赛在石泉实训基地闭幕。来自各地州和厅属单位的一百四十六名选手，在河道修防、水文勘测、灌区供水、泵站运行四个工种同台比试。
水文勘测项目设在真实河段，要求选手在九十分钟内完成大断面测量、流速仪测流和成果整理；灌区供水项目首次加入远程闸门故障排除。
经评审，十八人获技术能手称号，六个单位获优秀组织奖。其中年龄最小的获奖者、阿勒泰选手雪岭青今年二十三岁。`,
  },
  {
    ...{ slug: 'nongcun-gongshui', daysAgo: 31, time: '11:30', title: '南疆四地州农村供水管护实现专人专账' },
    summary: '每处规模化水厂有管护员、有维修金、有公开的服务电话。',
    body: `
记者从自治区水利厅获悉，南疆四地州千人以上农村供水工程已全部落实管护人员和维修经费，实行一厂一人、一厂一账。
以往农村供水“重建轻管”，管道漏了找不到人修。新的做法是：县级水务企业统一管护，水费收入优先用于维修，不足部分由县级财政补助；每个村委会门口公示维修电话和报修后的到场时限。
据统计，近三个月共受理报修三千七百余件，平均到场时间五小时，比去年同期缩短近一半。`,
  },
  {
    ...{ slug: 'jiedui-diaoyan', daysAgo: 40, time: '12:45', title: '厅领导赴阿克苏调研水资源集约利用' },
    body: `
{-3}至{-1}，自治区水利厅调研组赴阿克苏地区，实地查看取水口计量、渠系改造和机井管理情况，听取基层水管站和种植户意见。
在星河村，调研组随机打开一处机井房，核对电表、水表读数和平台数据，三者误差在百分之三以内。种植大户柳成荫反映，灌水通知常在当天早上才收到，来不及安排劳力。调研组当场与灌区商定，今后轮灌安排提前三天发布。
调研组要求，对群众反映的四条意见列出清单，逐条明确办理单位和时限，办理结果向本人回复。`,
  },
  {
    ...{ slug: 'kexue-yanjiu', daysAgo: 55, time: '16:00', title: '融雪径流预报模型在三条河流投入试用' },
    body: `
由自治区水文局和水利水电科学研究院共同研发的融雪径流预报模型，近日在开都河、玛纳斯河、喀什噶尔河投入业务试用。
模型把积雪面积、气温高度变化和前期土壤含水量结合起来，提前七天给出逐日流量及其可能范围。试算表明，七天预见期的平均误差由原来的百分之二十六降至百分之十七。
预报员可以看到每一项输入对结果的影响，并按经验调整，调整原因一并记录，供事后评估。`,
  },
  {
    ...{ slug: 'heduan-zhili', daysAgo: 72, time: '10:50', title: '头屯河城区段岸线整治完成 新增亲水步道六公里' },
    body: `
经过七个月施工，头屯河城区段岸线整治工程近日完工。工程清理河道垃圾和违建残留二万余立方米，修复生态护岸九公里，新增亲水步道六公里、无障碍坡道十四处。
整治保留了原有的老榆树和滩地，护岸采用格宾石笼与植草结合，不做大面积硬化。每隔五百米设水位警示桩和救生设备。
附近居民石奶奶说，过去河边垃圾多、气味大，现在早晚都有人散步。河道今后由街道河长和管护单位共同负责，巡查情况每周公示。`,
  },
  {
    ...{ slug: 'putonghuo-gongkai', daysAgo: 95, time: '15:10', title: '取水许可全程网办满一年 平均办结时间缩短六个工作日' },
    body: `
取水许可实行全程网上办理满一年。一年来，全区共受理取水许可新办、延续、变更申请四千八百余件，网办率百分之九十三，平均办结时间由十四个工作日缩短到八个工作日。
申请人只需填写一张表，企业登记、项目备案等七类信息由系统核验，不再要求提交纸质证明。对材料不齐的，一次告知需要补正的全部内容。
接下来将推广电子证照，并把水资源论证表的填写要点做成图示。`,
  },
]);
