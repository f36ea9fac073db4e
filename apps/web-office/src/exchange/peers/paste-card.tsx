import type { NodeCard, Peers } from '@karez/contracts-exchange';
import { Button, Input } from 'antd';
import { useId, useRef, useState } from 'react';
import { readNodeCard } from './node-card.js';

interface PasteCardProps {
  self: Peers['self'];
  /** The node whose card is brought up to date. */
  of?: { readonly nodeId: string; readonly name: string };
  onCard: (card: NodeCard) => void;
  onCancel: () => void;
}

/** The other side's card, pasted or from a file. */
export function PasteCard({ self, of, onCard, onCancel }: PasteCardProps) {
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const take = (next: string) => {
    setText(next);
    setProblem(undefined);
  };
  const next = () => {
    const read = readNodeCard(text);
    if ('problem' in read) setProblem(read.problem);
    else if (read.card.nodeId === self.nodeId || read.card.rootKey === self.rootKey) setProblem('这是本节点自己的名片，请粘贴对方的。');
    else if (of && read.card.nodeId !== of.nodeId) setProblem(`这不是「${of.name}」的名片：代号是 ${read.card.nodeId}。`);
    else onCard(read.card);
  };
  return (
    <div className="exchange-steps">
      <label htmlFor={id}>
        第一步，共两步：对方的节点名片
        <span className="kz-help">对方在「交换节点」页复制或下载后发来</span>
      </label>
      <Input.TextArea
        id={id}
        className="kz-mono"
        rows={7}
        value={text}
        aria-invalid={Boolean(problem)}
        aria-describedby={problem && `${id}-problem`}
        status={problem ? 'error' : ''}
        onChange={({ target }) => take(target.value)}
      />
      {problem && (
        <p id={`${id}-problem`} role="alert" className="exchange-problem">
          {problem}
        </p>
      )}
      <div>
        <input
          ref={file}
          type="file"
          hidden
          accept=".json,application/json"
          onChange={({ target }) => {
            void target.files?.[0]?.text().then(take, () => setProblem('文件读不出来，请改用粘贴。'));
            // the same file may be chosen again
            target.value = '';
          }}
        />
        <Button onClick={() => file.current?.click()}>从文件读取…</Button>
      </div>
      <div className="kz-form-acts">
        <Button type="primary" onClick={next}>
          下一步
        </Button>
        <Button onClick={onCancel}>取消</Button>
      </div>
    </div>
  );
}
