import { CountBar, deliveryBar, deliveryLook, DueLamp, FilterChips, StateDot } from '@karez/web-ui';
import { useState } from 'react';
import { KitBox } from './kit-box.js';

const counts: Readonly<Record<string, number>> = {
  signed_for: 15,
  delivered: 4,
  in_flight: 1,
  recall_pending: 1,
  stalled: 1,
  rejected: 1,
  returned: 1,
};

export function KitStates() {
  const [due, setDue] = useState<'all' | 'late' | 'soon' | 'calm' | 'none'>('all');
  return (
    <>
      <KitBox title="状态点" rule="形说阶段，色说好坏，字说是什么">
        <div className="kit-two">
          {Object.entries(deliveryLook).map(([state, look]) => (
            <StateDot key={state} look={look} />
          ))}
        </div>
        <p className="kz-caption">空心 = 等待，半满 = 进行，实心 = 完成，斜杠 = 未成或作废，菱形 = 要人处理</p>
      </KitBox>
      <KitBox title="到期灯" rule="越急越重，期内最轻">
        <div className="kit-lamps">
          <DueLamp lamp="red">逾期 2 日</DueLamp>
          <DueLamp lamp="red">逾期 3 小时</DueLamp>
          <DueLamp lamp="yellow">剩 52 分</DueLamp>
          <DueLamp lamp="yellow">今日到期</DueLamp>
          <DueLamp lamp="yellow">剩 1 日</DueLamp>
          <DueLamp lamp="green">剩 4 日</DueLamp>
          <DueLamp lamp="green">按时</DueLamp>
          <DueLamp lamp="none">无时限</DueLamp>
          <DueLamp lamp="none">未送达不起算</DueLamp>
        </div>
      </KitBox>
      <KitBox title="筛选与状态条" rule="各项之和总是全部">
        <FilterChips
          label="按时限"
          value={due}
          onChange={setDue}
          chips={[
            { value: 'all', label: '全部', count: 23 },
            { value: 'late', label: '逾期', count: 2, lamp: 'red' },
            { value: 'soon', label: '今明到期', count: 4, lamp: 'yellow' },
            { value: 'calm', label: '期内', count: 14, lamp: 'green' },
            { value: 'none', label: '无时限', count: 3, lamp: 'none' },
          ]}
        />
        <div className="kit-bars">
          <CountBar
            words
            parts={deliveryBar.map(([state, color]) => ({
              key: state,
              label: deliveryLook[state].label,
              count: counts[state] ?? 0,
              color,
            }))}
          />
          <CountBar
            thin
            words
            parts={deliveryBar
              .slice(0, 2)
              .map(([state, color], at) => ({ key: state, label: deliveryLook[state].label, count: 29 - 27 * at, color }))}
          />
        </div>
      </KitBox>
    </>
  );
}
