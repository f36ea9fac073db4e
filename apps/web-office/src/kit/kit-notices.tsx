import { EmptyState, ErrorState, KarezLogo, LoadingRows, Notice, Refusal } from '@karez/web-ui';
import { KitBox, nothing } from './kit-box.js';

export const KitNotices = () => (
  <>
    <KitBox title="拒绝说明" rule="结果、原因、出路，贴在发生的那一行下面" wide={4}>
      <Refusal
        result="撤回失败：对方已于 10:32 签收。"
        ways={[
          { key: 'ask', label: '商请收回', asks: true, onAct: nothing },
          { key: 'mend', label: '发更正件', asks: true, onAct: nothing },
        ]}
        evidence={<a href="#kit">看签收回执</a>}
        onDismiss={nothing}
      >
        你 10:33 请求撤回，晚 1 分钟；签收人 热依汗·玉山。正式文件已生效，可以改用：
      </Refusal>
    </KitBox>
    <KitBox title="标志">
      <div className="kit-line kit-marks">
        <KarezLogo size={44} />
        <KarezLogo size={28} />
        <KarezLogo size={20} />
      </div>
    </KitBox>
    <KitBox title="说明" rule="在页面里，不弹出" wide={6}>
      <div className="kit-notes">
        <Notice tone="water">已登记 沈听澜，账号 shentl。</Notice>
        <Notice tone="amber" title="审批待办暂时取不到，" aside={<a href="#kit">重试</a>}>
          其余来源正常。5 件审批按 11:05 的数据显示。
        </Notice>
        <Notice tone="sand" glyph="half" title="正在发往 24 家。">
          已送达 17 家，可以离开本页，完成后通知你。
        </Notice>
        <Notice tone="plum" title="附件 2 已隔离，未送达：">
          含宏病毒。已自动拒收并告知对方重发。
        </Notice>
      </div>
    </KitBox>
    <KitBox title="空" rule="为什么空，下一步是什么">
      <EmptyState title="待办已办完">下一件预计 15:30 到：冬春水利视频会商回执</EmptyState>
    </KitBox>
    <KitBox title="空，筛选后没有">
      <EmptyState
        dry
        title="没有符合「特急、红柳沟县」的公文"
        act={{ key: 'one', label: '去掉「特急」', onAct: nothing }}
        other={{ key: 'all', label: '清除筛选', onAct: nothing }}
      >
        当前筛选：特急，红柳沟县水利局，近 30 日
      </EmptyState>
    </KitBox>
    <KitBox title="出错" rule="什么没成，什么已保住，能做什么，报什么编号">
      <ErrorState title="没有存到服务器" number="7F3A-0921" onRetry={nothing}>
        网络中断。你的修改已存在本机（11:18）。
      </ErrorState>
    </KitBox>
    <KitBox title="加载" rule="0.3 秒内不显示；骨架与真实行等高" wide={6}>
      <div className="kit-edge">
        <LoadingRows label="示例" rows={2} />
      </div>
    </KitBox>
  </>
);
