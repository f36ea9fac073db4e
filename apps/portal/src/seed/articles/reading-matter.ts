import { inColumn } from '../written-article.js';

/** 水利科普 and 专题 of the department. */
const science = inColumn('slt', 'kepu', [
  {
    ...{ slug: 'shenme-shi-kanerjing', daysAgo: 6, time: '18:00', title: '什么是坎儿井' },
    body: `
坎儿井是干旱地区利用地面坡度，把地下水自流引出地面的工程。它由竖井、暗渠、明渠和涝坝四部分组成。
## 水从哪里来
山上的积雪融化后渗入山前的砾石层，形成地下水。暗渠的坡度比地面小，一头在地下水位以下集水，一头在下游露出地面，水便自己流出来。
## 为什么要挖竖井
竖井用来出土、通风和检修。从空中看，一串土堆像地上的珠子，每个土堆就是一口竖井。
## 好在哪里
水在地下流，蒸发少、不结冰、不耗电。它的不足是清淤辛苦、流量受地下水位影响大，因此保护水源比修缮更重要。`,
    translations: {
      en: {
        title: 'What is a karez?',
        body: `
A karez brings groundwater to the surface by its own fall. It has four parts: shafts, an underground channel, an open channel and a pond.
## Where the water comes from
Snow melts on the mountains and seeps into gravel. The channel slopes less than the ground: it begins below the water table and comes to daylight further down.
## Why there are shafts
For taking out earth, for air and for repairs. Seen from above, each small mound in the row is one shaft.
## What is good about it
Underground the water hardly evaporates, does not freeze and needs no power. Cleaning is hard work, and the flow follows the water table, so that keeping the source matters more than repairing the channel.`,
      },
      ug: {
        title: 'كارىز دېگەن نېمە؟',
        body: `
كارىز يەر ئاستى سۈيىنى ئۆزلۈكىدىن يەر يۈزىگە ئېقىتىپ چىقىرىدىغان قەدىمىي سۇ ئىنشائاتى.
ئۇ تىك قۇدۇق، يەر ئاستى ئۆستەڭ، ئوچۇق ئۆستەڭ ۋە كۆلچەكتىن تەركىب تاپىدۇ.
- سۇ يەر ئاستىدا ئاققاچقا، ئاز پارغا ئايلىنىدۇ.
- توڭلىمايدۇ، توك كەتمەيدۇ.
- سۇ مەنبەسىنى قوغداش ئەڭ مۇھىم.`,
      },
    },
  },
  {
    ...{ slug: 'ruhe-kan-shuiqing', daysAgo: 26, time: '12:10', title: '水情信息怎么看' },
    body: `
在“水情数据”页面常见四个词：水位、流量、警戒水位、汛限水位。
水位是水面的高程，单位米；流量是每秒通过断面的水量，单位立方米每秒。同一个水位在不同河段意义不同，不能直接比较。
警戒水位是提醒：到了它，堤防要加强巡查。汛限水位是水库在汛期允许蓄到的上限，超过就要按调度指令泄水。
实时数据未经整编，可能因设备故障出现跳变，请以正式公报为准。`,
    translations: {
      en: {
        title: 'How to read water data',
        body: `
Four words are met most: level, flow, warning level and flood season limit.
The level is the height of the surface in metres; the flow is what passes in a second, in cubic metres. The same level means different things on different reaches.
At the warning level dykes are patrolled more closely. Above the flood season limit a reservoir must release water as ordered.
Live figures have not been checked and may jump when an instrument fails; the bulletin is what counts.`,
      },
    },
  },
  {
    ...{ slug: 'jiating-jieshui', daysAgo: 50, time: '11:00', title: '家庭节水十个小办法' },
    body: `
- 洗菜水浇花、冲厕，一天可省二十升；
- 更换老式九升水箱，选用三升和六升两档冲水；
- 刷牙、抹香皂时关掉水龙头；
- 洗衣机攒满再洗，漂洗水留着拖地；
- 每月抄一次水表，夜里表还在走，多半是漏水；
- 水龙头滴漏，一昼夜能滴走三十升；
- 淋浴控制在八分钟以内；
- 洗车用水桶和抹布，不用水管直冲；
- 空调冷凝水接起来浇花；
- 冬天出门前关好进户阀，防止冻裂。`,
    translations: {
      ug: {
        title: 'ئائىلىدە سۇ تېجەشنىڭ ئاددىي ئۇسۇللىرى',
        body: `
- كۆكتات يۇغان سۇ بىلەن گۈل سۇغىرىڭ؛
- چىش چوتكىلىغاندا جۈمەكنى ئېتىۋېتىڭ؛
- ھەر ئايدا سۇ سائىتىنى بىر قېتىم كۆرۈڭ؛
- تېمىپ تۇرغان جۈمەك بىر كېچە-كۈندۈزدە 30 لىتىر سۇنى ئىسراپ قىلىدۇ.`,
      },
    },
  },
  {
    ...{ slug: 'shanhong-biyan', daysAgo: 92, time: '16:30', title: '遇到山洪怎么办' },
    body: `
山洪来得快，从上游下雨到下游涨水，有时只有十几分钟。
## 看征兆
河水突然变浑、水声变大、漂来树枝，或者河水突然断流，都可能是山洪前兆。
## 怎么走
往两侧高处走，不要顺着沟往下跑；不要过河，齐膝的急流就能冲倒成年人；不要返回取财物。
## 怎么求助
听到广播、铜锣立即转移。被困时选高处等待，用手电、鲜艳衣物发信号，拨打110、119或12314。`,
  },
]);

const topics = inColumn('slt', 'zhuanti', [
  {
    ...{ slug: 'zt-jieshui-xuanchuan', daysAgo: 15, time: '10:00', title: '专题：一滴水的旅程' },
    body: `
这个专题用五篇短文，讲一滴水从雪山到田间再到地下的旅程：积雪、融水、水库、渠道、回归水。
每篇都配有可以动手做的小实验，例如用一块海绵和一只漏斗观察下渗，用两只杯子比较遮盖与不遮盖的蒸发。
教师可以免费用于课堂，使用时请注明来源。欢迎把孩子们的记录寄给水利宣传教育中心，我们将选登。`,
  },
  {
    ...{ slug: 'zt-yingshang', daysAgo: 57, time: '15:00', title: '专题：优化水利营商环境' },
    body: `
本专题汇集企业最常问的事项：打井取水、占用河道、水土保持、招标投标，逐项说明要不要办、去哪办、多久办完、不服怎么办。
近一年新出台的措施包括：水土保持区域评估成果共享、取水许可告知承诺、投标保证金电子保函、信用修复一次办。
企业遇到办事推诿，可拨打12314，三个工作日内回复办理情况。`,
  },
]);

export const readingMatter = [...science, ...topics];
