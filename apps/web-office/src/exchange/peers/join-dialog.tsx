import { peerLinks, type JoinPeer, type NodeCard, type PeerLink, type Peers } from '@karez/contracts-exchange';
import { SchemaForm, type FieldSpec } from '@karez/web-ui';
import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useAct } from '../../app/use-act.js';
import { api } from '../../app/api.js';
import { Fingerprint } from '../fingerprint.js';
import { fingerprintOf, readNodeCard, sameFingerprint } from './node-card.js';
import { linkWord } from './peer-looks.js';

/** Two steps: the other side's card is pasted, then its fingerprint, worked out here, is compared with what is read out by telephone. */
export function JoinDialog({ self, onClose }: { self: Peers['self']; onClose: () => void }) {
  const [card, setCard] = useState<NodeCard>();
  return (
    <Modal open title="接入交换节点" footer={null} onCancel={onClose} destroyOnHidden>
      {card ? <Compare card={card} onBack={() => setCard(undefined)} onClose={onClose} /> : <Paste self={self} onCard={setCard} />}
    </Modal>
  );
}

function Paste({ self, onCard }: { self: Peers['self']; onCard: (card: NodeCard) => void }) {
  const id = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const next = () => {
    const read = readNodeCard(text);
    if ('problem' in read) setProblem(read.problem);
    else if (read.card.nodeId === self.nodeId) setProblem('这是本节点自己的名片，请粘贴对方的。');
    else onCard(read.card);
  };
  return (
    <div className="exchange-steps">
      <label htmlFor={id}>
        第一步，共两步：对方的节点名片
        <span className="kz-help">对方在「交换节点」页复制后发来</span>
      </label>
      <Input.TextArea
        id={id}
        className="kz-mono"
        rows={8}
        value={text}
        aria-describedby={problem && `${id}-problem`}
        status={problem ? 'error' : ''}
        onChange={(event) => {
          setText(event.target.value);
          setProblem(undefined);
        }}
      />
      {problem && (
        <p id={`${id}-problem`} role="alert" className="exchange-problem">
          {problem}
        </p>
      )}
      <div className="kz-form-acts">
        <Button type="primary" onClick={next}>
          下一步
        </Button>
      </div>
    </div>
  );
}

function Compare({ card, onBack, onClose }: { card: NodeCard; onBack: () => void; onClose: () => void }) {
  const fingerprint = fingerprintOf(card.rootKey);
  const [link, setLink] = useState<PeerLink>('nats');
  const [unlike, setUnlike] = useState(false);
  const join = useAct(api.exchange.joinPeer, {
    changes: [['exchange']],
    said: ({ name, bodies }) => `已接入「${name}」，${bodies.length} 家单位今后由它收文。`,
    onDone: onClose,
  });
  const fields: FieldSpec[] = [
    { ...{ kind: 'text', name: 'readOut', label: '对方读出的指纹', required: true }, help: '全部，或至少最后 8 位' },
    {
      ...{ kind: 'own', name: 'link', label: '信件怎样送到' },
      control: <LinkChoice onPick={setLink} />,
    },
    ...(link === 'nats'
      ? []
      : [
          {
            ...{ kind: 'text' as const, name: 'url', label: '对方接口地址', placeholder: 'https://…/api', max: 300 },
            ...{ required: link === 'push', help: link === 'pull' ? '可不填' : undefined },
          },
        ]),
  ];
  const submit = ({ readOut, url }: Record<string, unknown>) => {
    const same = typeof readOut === 'string' && sameFingerprint(readOut, fingerprint);
    setUnlike(!same);
    const request: JoinPeer = { ...card, link, ...(typeof url === 'string' && url.trim() && link !== 'nats' && { url: url.trim() }) };
    if (same) join.run(request);
  };
  return (
    <div className="exchange-steps">
      <p>
        第二步，共两步：<b>打电话</b>给「{card.name}」的管理员，请对方读出自己页面上的根公钥指纹，与下面核对。
      </p>
      <Fingerprint hex={fingerprint} />
      <p className="kz-caption">
        指纹在您的浏览器里由名片算出，不是对方发来的。承担 {card.bodies.length} 家单位，协议版本 {card.versions.join('、')}。
      </p>
      <SchemaForm
        label="核对指纹并接入"
        fields={fields}
        initial={{ link }}
        submit="指纹一致，接入"
        busy={join.busy}
        refusal={
          unlike
            ? {
                detail: '',
                errors: [{ field: 'readOut', detail: '与名片算出的指纹不一致。请核对是否读错；仍不一致就不要接入，名片可能被换过。' }],
              }
            : join.refusal
        }
        onSubmit={submit}
        onCancel={onBack}
      />
    </div>
  );
}

/** Given its value by the form; the further fields follow what is picked. */
function LinkChoice({
  value,
  onChange,
  onPick,
  id,
}: {
  value?: PeerLink;
  onChange?: (link: PeerLink) => void;
  onPick: (link: PeerLink) => void;
  id?: string;
}) {
  return (
    <div className="exchange-radios" role="radiogroup" id={id} aria-label="信件怎样送到">
      {peerLinks.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name="link"
            checked={value === each}
            onChange={() => {
              onChange?.(each);
              onPick(each);
            }}
          />{' '}
          {linkWord[each]}
        </label>
      ))}
    </div>
  );
}
