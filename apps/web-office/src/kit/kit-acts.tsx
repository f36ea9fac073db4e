import { PrinterOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { ActionBar, Button, MenuButton, Reveal, ThreeDots } from '@karez/web-ui';
import { Button as AntButton } from 'antd';
import { useState } from 'react';
import { KitBox, nothing } from './kit-box.js';

export function KitActs() {
  const [busy, setBusy] = useState(false);
  const sign = () => {
    setBusy(true);
    setTimeout(() => setBusy(false), 1_200);
  };
  return (
    <>
      <KitBox title="按钮" rule="写明结果；「…」表示还会再问一句">
        <div className="kit-line">
          <Button type="primary">签收</Button>
          <Button>拒收…</Button>
          <Button disabled>退文…</Button>
          <Button loading>正在签收</Button>
        </div>
        <div className="kit-line">
          <Button size="small">催办</Button>
          <Button type="text" size="small">
            转办…
          </Button>
          <MenuButton
            label="更多办法"
            className="office-more"
            choices={[
              { key: 'add', label: '加签…', note: '再请一位出意见', onChoose: nothing },
              { key: 'extend', label: '延期…', onChoose: nothing },
              { key: 'give', label: '移交…', apart: true, onChoose: nothing },
            ]}
          >
            <ThreeDots />
          </MenuButton>
        </div>
        <div className="kit-line">
          <AntButton>表单里的</AntButton>
          <AntButton disabled>不能按</AntButton>
          <AntButton loading>正在保存</AntButton>
        </div>
        <div className="kit-line">
          <Reveal label="时限怎么来的">10:12 送达起算，2 小时工作时间，到 12:12。</Reveal>
        </div>
        <p className="kz-caption">一屏一个实心；行内描边；其余悬停或进菜单。不能按时写出原因，不藏起来。</p>
      </KitBox>
      <KitBox title="办理条" rule="在详情底部；主办在左，证据在右" wide={4}>
        <div className="kit-edge">
          <ActionBar
            primary={{ key: 'sign', label: busy ? '正在签收' : '签收', onAct: sign, busy }}
            others={[
              { key: 'refuse', label: '拒收', asks: true, onAct: nothing },
              { key: 'return', label: '退文', asks: true, onAct: nothing, refusedBecause: '签收后发现问题才可退文' },
            ]}
            aside={[
              { key: 'proof', label: '证据文件', icon: <SafetyCertificateOutlined />, onAct: nothing },
              { key: 'print', label: '打印', asks: true, icon: <PrinterOutlined />, onAct: nothing },
            ]}
          />
        </div>
      </KitBox>
    </>
  );
}
