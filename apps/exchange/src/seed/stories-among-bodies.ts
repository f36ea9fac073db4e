import { department, tarim } from './names.js';
import type { Story } from './story.js';

/** What counties and prefectures write to each other, and some of the department's later letters. */
export const storiesAmongBodies: readonly Story[] = [
  {
    ...{
      from: '和田地区水利局',
      type: 'notice',
      title: '关于开展冬季节水宣传活动的通知',
      code: '和水办',
      serial: 67,
      daysAgo: 3,
      time: '11:15',
    },
    ...{ to: ['策勒县水利局', '于田县水利局', '洛浦县水利局', '民丰县水利局', '墨玉县水利局'], signatory: '坎听泉' },
    body: ['各县水利局：', '定于下月上旬集中开展节水宣传，请结合实际制订方案，活动总结于月底前报送。'],
    fates: { 策勒县水利局: { end: 'waiting' }, 于田县水利局: { end: 'signed' } },
  },
  {
    ...{
      from: '和田地区水利局',
      type: 'reply',
      title: '关于策勒县城乡供水一体化实施方案的批复',
      code: '和水发',
      serial: 139,
      daysAgo: 7,
      time: '17:50',
    },
    ...{ to: ['策勒县水利局'], cc: [department], signatory: '坎听泉', printQuota: 3 },
    body: ['策勒县水利局：', '原则同意你县城乡供水一体化实施方案，请按批复的规模和时序组织实施。', '此复。'],
    fates: { 策勒县水利局: { end: 'signed' } },
  },
  {
    ...{
      from: '策勒县水利局',
      type: 'letter',
      title: '关于商请共用渠首计量设施的函',
      code: '策水函',
      serial: 12,
      daysAgo: 11,
      time: '10:30',
      to: ['于田县水利局'],
    },
    signatory: '清源长',
    body: ['为减少重复建设，商请共用两县交界渠首计量设施，费用按水量分摊。', '盼复。'],
  },
  {
    ...{
      from: '于田县水利局',
      type: 'letter',
      title: '关于同意共用渠首计量设施的复函',
      code: '于水函',
      serial: 9,
      daysAgo: 9,
      time: '16:10',
      to: ['策勒县水利局'],
    },
    signatory: '溪知秋',
    body: ['来函收悉，我局同意共用，建议由双方于十二月上旬现场签订协议。', '特此函复。'],
  },
  {
    ...{
      from: department,
      type: 'minutes',
      title: '塔里木河流域冬季调度会商会议纪要',
      code: '新水纪',
      serial: 23,
      daysAgo: 13,
      time: '19:10',
    },
    ...{ to: [tarim, '阿克苏地区水利局', '巴音郭楞蒙古自治州水利局'], signatory: '高远山' },
    body: ['会议听取了流域机构关于来水形势的汇报，研究了冬季调度方案，议定事项如下：一是按旬调度，二是水情共享，三是冰期前完成闸门检修。'],
  },
  {
    ...{
      from: department,
      type: 'letter',
      title: '关于征求《灌区运行管理规程》修订意见的函',
      code: '新水农',
      serial: 44,
      daysAgo: 2,
      time: '11:40',
    },
    ...{ to: ['策勒县水利局', '库车市水利局', '莎车县水利局', '阜康市水利局', '石河子市水利局'], signatory: '高远山', everyNthWaits: 2 },
    note: '请按条款逐条反馈',
    body: ['现将《灌区运行管理规程》修订稿送你单位征求意见，请于五个工作日内书面反馈。'],
  },
];
