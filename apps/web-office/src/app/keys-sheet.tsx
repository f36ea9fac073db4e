import { Modal } from 'antd';

const keys: readonly (readonly [keys: readonly string[], words: string])[] = [
  [['Ctrl', 'K'], '搜索，或去别处'],
  [['/'], '到本页的筛选框'],
  [['J'], '列表下一行'],
  [['K'], '列表上一行'],
  [['Enter'], '打开这一行'],
  [['S'], '签收打开的公文'],
  [['Esc'], '关闭菜单或对话框'],
  [['?'], '显示这张表'],
];

export const KeysSheet = ({ onClose }: { onClose: () => void }) => (
  <Modal open title="键盘用法" footer={null} onCancel={onClose} width={420}>
    <dl className="office-keys">
      {keys.map(([each, words]) => (
        <div key={words}>
          <dt>
            {each.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  </Modal>
);
