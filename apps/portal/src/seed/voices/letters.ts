import type { SentLetter } from './sent-letter.js';

const water = '水资源管理处';
const villages = '农村水利水电处';
const rivers = '河湖管理处';
const permits = '行政审批处';

export const letters: readonly SentLetter[] = [
  {
    ...{ key: 'jing-yuanzi', kind: 'consult', daysAgo: 6, name: '葡一架', unit: water, answeredAfter: 2, rating: 5 },
    subject: '自家院子打井要办证吗',
    text: '我家想在院里打一眼浅井，浇几棵果树和菜地，请问需要办理取水许可吗？到哪里办？',
    reply:
      '您好。家庭生活和零星种植少量取水，不需要申请取水许可，但打井前请向乡镇水管站登记井位，以免打穿自来水管道。若用于经营或连片种植，请先申请，批准后再打井。',
  },
  {
    ...{ key: 'shuifei-buyi', kind: 'complaint', daysAgo: 20, name: '棉花开', unit: villages, answeredAfter: 8, rating: 4 },
    subject: '水费读数与自己记录不一致',
    text: '上一轮灌水村里公示我家用水比自己记的多了三百多方，找过两次没有结果，请核实。',
    reply:
      '您好。经与您一起现场核对，斗口水表换表当日有一段读数重复计入，多计二百八十六立方米，相应水费已退回。灌区已对同日换表的十四户逐一复核并重新公示。给您添麻烦了，感谢您的监督。',
  },
  {
    ...{ key: 'caisha-yejian', kind: 'complaint', daysAgo: 24, name: '河边柳', unit: rivers, answeredAfter: 9, rating: 5 },
    subject: '夜间有车辆在河道里挖沙',
    text: '柳湾河大桥下游约一公里，近一周每天后半夜都有装载机和货车挖沙，影响护岸安全。',
    reply:
      '您好。接信后我们会同当地公安、水利部门连续两夜蹲守，查扣装载机一台、货车两辆，已立案处理，受损护岸责令恢复。该河段已加装视频监控。感谢您提供线索，我们对您的信息严格保密。',
  },
  {
    ...{ key: 'tingshui-tongzhi', kind: 'suggestion', daysAgo: 13, name: '早起人', unit: villages, answeredAfter: 4, rating: 5 },
    subject: '建议停水检修提前通知',
    text: '村里停水经常当天才在群里说，老人不看手机，建议提前一天用广播通知，并说明恢复时间。',
    reply:
      '您好。您的建议已采纳。今后计划停水提前二十四小时在广播、公示栏、微信群同时通知，写明起止时间；超过八小时的安排送水。您所在的乡镇从本周开始执行，其他乡镇下月起执行。',
  },
  {
    ...{ key: 'xuke-yanxu', kind: 'consult', daysAgo: 9, name: '渠上云', unit: permits, answeredAfter: 1, rating: 5 },
    subject: '取水许可证快到期怎么延续',
    text: '合作社的取水许可证下个月到期，请问提前多久申请、要交哪些材料？',
    reply:
      '您好。应在有效期届满四十五日前申请延续；您目前已不足四十五日，请尽快在政务服务平台提交，我们按加急处理。材料为延续申请表和近三年取水情况说明，其他信息由系统核验。审查期间原证继续有效。',
  },
  {
    ...{
      key: 'kanerjing-bianjing',
      kind: 'complaint',
      daysAgo: 33,
      name: '老掏井',
      unit: water,
      letterClass: 'complex',
      answeredAfter: 14,
      rating: 4,
    },
    subject: '坎儿井附近打了新机井',
    text: '我们村的坎儿井旁边不到三百米打了新机井，坎儿井水小了一半，请管一管。',
    reply:
      '您好。经市县两级联合核查，该机井位于坎儿井保护范围内，未经批准，已责令停用并封填。封填后二十日观测，坎儿井出水量恢复约三成，我们将继续观测三个月，并安排一次清淤。相关责任已移交处理。',
  },
  {
    ...{ key: 'shuizhi-huangse', kind: 'complaint', daysAgo: 16, name: '杏花村', unit: villages, answeredAfter: 6, rating: 4 },
    subject: '自来水有时发黄',
    text: '最近早上第一桶水发黄，放一会儿才清，能不能喝？',
    reply:
      '您好。取样检测，水厂出水合格，发黄是入村铸铁管锈蚀所致，铁含量超标，请放清后使用。该段一点二公里管道已列入更换计划，本月底前完成；更换前每周末端排放冲洗一次，并在村委会设置取水点。',
  },
  {
    ...{ key: 'shuiku-diaoyu', kind: 'consult', daysAgo: 11, name: '一竿风', unit: '运行管理处', answeredAfter: 2 },
    subject: '水库可以钓鱼吗',
    text: '请问泉湾水库对外开放钓鱼吗？需要办什么手续？',
    reply:
      '您好。泉湾水库为城镇供水水源，一级保护区内禁止游泳、垂钓，岸边警示牌划定的范围内均不可以。下游河道非保护区段可以垂钓，但请注意放水警报，听到后立即上岸。',
  },
  {
    ...{ key: 'gongshi-dianhua', kind: 'suggestion', daysAgo: 27, name: '看牌人', unit: rivers, answeredAfter: 5, rating: 5 },
    subject: '河长公示牌电话打不通',
    text: '清泉河桥头的公示牌电话是空号，建议定期检查更新。',
    reply:
      '您好。经核实，河长调整后公示牌未及时更新，现已更换，并对全县一百二十六块公示牌逐一拨测，更正九块。今后每季度拨测一次，结果纳入考核。感谢您的提醒。',
  },
  {
    ...{ key: 'digua-butie', kind: 'consult', daysAgo: 18, name: '滴灌客', unit: '节约用水处', answeredAfter: 3, rating: 4 },
    subject: '安装滴灌有没有补助',
    text: '我有四十亩地准备改滴灌，听说有补助，条件是什么？',
    reply:
      '您好。列入年度高效节水项目区的，田间首部和地下管道由项目建设，农户自备滴灌带；不在项目区的，可向县水利局申请列入下一年度。您所在乡镇明年有项目计划，请向村委会报名登记。',
  },
  {
    ...{
      key: 'fangxun-lu',
      kind: 'leader_mailbox',
      daysAgo: 38,
      name: '坡上人家',
      unit: '水旱灾害防御处',
      letterClass: 'complaint',
      answeredAfter: 9,
      rating: 5,
    },
    subject: '防汛道路被堆土占用',
    text: '青杏坪沟口的防汛道路被工地堆土占了半边，抢险车过不去，反映后没有清理。',
    reply:
      '您好。堆土系附近道路施工单位临时堆放，已于收到来信次日全部清运，路面恢复通行，并对施工单位负责人进行约谈。当地已把该路段列入每周巡查。',
  },
  {
    ...{ key: 'ziliao-chaxun', kind: 'consult', daysAgo: 8, name: '做论文', unit: '科技与对外合作处', answeredAfter: 2, rating: 5 },
    subject: '学生怎样查询水文资料',
    text: '我是在校学生，写论文需要一条河流近十年的月径流资料，可以申请吗？',
    reply:
      '您好。经审查的逐日水位、流量资料可在水文局网站免费查询下载；网上没有的年份，可向水文局提出查询申请，学生用于学习研究的不收费。引用时请注明资料来源和整编年份。',
  },
  {
    ...{ key: 'shuibao-fangan', kind: 'consult', daysAgo: 29, name: '建一方', unit: '水土保持处', answeredAfter: 2, rating: 4 },
    subject: '小型厂房要编水土保持方案吗',
    text: '我们新建厂房占地不到半公顷，挖填土方八百方，需要编报水土保持方案吗？',
    reply:
      '您好。征占地面积不足零点五公顷且挖填土石方总量不足一千立方米的项目，不需要编报水土保持方案，但仍应做好临时拦挡、苫盖和排水，完工后及时恢复。',
  },
  {
    ...{ key: 'zhiban-taidu', kind: 'complaint', daysAgo: 44, name: '等水人', unit: villages, answeredAfter: 7, rating: 3 },
    subject: '水管站值班电话无人接听',
    text: '灌水期间水管站电话一下午没人接，地里串水没人管。',
    reply:
      '您好。经查，当日值班人员外出巡渠未设置呼叫转移，已批评教育并赔礼道歉；串水造成的损失由灌区与您协商补偿，协议已签。灌水期间值班电话今后实行双人双号，并在斗口公示。',
  },
  {
    ...{ key: 'wangzhan-ziti', kind: 'suggestion', daysAgo: 52, name: '老花镜', unit: '办公室', answeredAfter: 4, rating: 5 },
    subject: '建议网站字再大一些',
    text: '年纪大了看网站吃力，建议提供大字版本，按钮也大一点。',
    reply: '您好。网站已提供“长者版”，在页面右上角可以切换，字号更大、每屏事项更少，选择后会一直记住。您试用后有不方便的地方，欢迎再来信。',
  },
  {
    ...{ key: 'qudao-hulan', kind: 'suggestion', daysAgo: 4, name: '接娃人', unit: villages },
    subject: '学校旁边的渠道没有护栏',
    text: '石泉小学门口的渠道有一段没有护栏，孩子上下学经过危险，建议尽快加装。',
    reply: '您好。现场查看后，已先行设置临时围挡和警示牌；永久护栏一百六十米已列入本月维修项目，预计二十日内完成。',
  },
  {
    ...{ key: 'heba-liefeng', kind: 'complaint', daysAgo: 3, name: '巡堤客', unit: '运行管理处' },
    subject: '河堤有一道裂缝',
    text: '清水河左岸护堤有一道约五米长的裂缝，雨后好像变宽了，请派人看看。',
  },
  {
    ...{ key: 'jiliang-ban', kind: 'consult', daysAgo: 1, name: '机井房', unit: water },
    subject: '以电折水系数在哪里查',
    text: '我们村的以电折水系数在哪里可以查到？多长时间重新测一次？',
  },
  {
    ...{ key: 'xinjian-yi', kind: 'suggestion', daysAgo: 0, name: '树荫下' },
    subject: '建议公布灌区轮灌时间表',
    text: '建议把每个斗口的轮灌时间表放到网上，方便外出务工的人安排家里浇水。',
  },
  {
    ...{ key: 'guanggao', kind: 'leader_mailbox', daysAgo: 15, name: '推销员' },
    ...{ subject: '推荐本公司净水设备', text: '本公司净水设备质量优良，欢迎贵单位采购，详情面谈。' },
    closedFor: '来信为商业推介，不属于信箱受理范围。采购信息请关注公共资源交易平台。',
  },
];
