import { peerLinks, type NodeCard, type PeerLink, type Peers, type PeerView } from '@karez/contracts-exchange';
import { SchemaForm, type FieldProblem, type FieldSpec } from '@karez/web-ui';
import { Checkbox, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { api } from '../../app/api.js';
import { useAct } from '../../app/use-act.js';
import { Fingerprint } from '../fingerprint.js';
import { BodiesField } from './bodies-field.js';
import { joinRequest } from './join-request.js';
import { fingerprintOf } from './node-card.js';
import { PasteCard } from './paste-card.js';
import { hasAddress, linkHelp, linkWord, refusedAt } from './peer-words.js';

interface JoinDialogProps {
  self: Peers['self'];
  /** The node whose card is brought up to date. */
  of?: PeerView;
  onClose: () => void;
}

/** Two steps: the other side's card, then its fingerprint, worked out here, is compared with what is read out by telephone. */
export function JoinDialog({ self, of, onClose }: JoinDialogProps) {
  const [card, setCard] = useState<NodeCard>();
  return (
    <Modal open title={of ? `更新「${of.name}」的名片` : '接入交换节点'} footer={null} onCancel={onClose} destroyOnHidden>
      {card ? (
        <Compare card={card} of={of} onBack={() => setCard(undefined)} onClose={onClose} />
      ) : (
        <PasteCard self={self} of={of} onCard={setCard} onCancel={onClose} />
      )}
    </Modal>
  );
}

function Compare({ card, of, onBack, onClose }: { card: NodeCard; of: PeerView | undefined; onBack: () => void; onClose: () => void }) {
  const [link, setLink] = useState<PeerLink>(of?.link ?? 'nats');
  const [unfit, setUnfit] = useState<Refused | null>(null);
  const join = useAct(api.exchange.joinPeer, {
    changes: [['exchange']],
    said: ({ name, bodyNames }) => `${of ? '已更新' : '已接入'}「${name}」，${bodyNames.length} 家单位由它收发公文。`,
    onDone: onClose,
  });
  // the same object until the next answer, so that it is gone from a field that was mended
  const refused = useMemo(() => placed(join.refusal), [join.refusal]);
  const submit = (values: Record<string, unknown>) => {
    if (join.busy) return;
    const made = joinRequest(card, link, values);
    setUnfit('errors' in made ? made : null);
    if ('request' in made) join.run(made.request);
  };
  const initial = { url: of?.url, bodyIds: of?.bodyIds.map((id, at) => ({ id, name: of.bodyNames[at] ?? id })) };
  return (
    <div className="exchange-steps">
      <p>
        第二步，共两步：<b>打电话</b>给「{card.name}」的管理员，请对方读出自己页面上的根公钥指纹，与下面逐组核对。
      </p>
      <p>
        <span className="office-strong">{card.name}</span> <span className="kz-mono">{card.nodeId}</span>
      </p>
      <p className="exchange-compare">
        <Fingerprint hex={fingerprintOf(card.rootKey)} />
      </p>
      <p className="kz-caption">指纹在您的浏览器里由名片中的公钥算出，不是对方发来的。协议版本 {card.versions.join('、')}。</p>
      <SchemaForm
        label="核对指纹并接入"
        fields={fieldsOf(link, setLink)}
        initial={{ ...initial, link }}
        submit={of ? '更新名片' : '接入'}
        busy={join.busy}
        refusal={unfit ?? refused}
        onSubmit={submit}
        onCancel={onBack}
      />
    </div>
  );
}

interface Refused {
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
}
function placed(refusal: (Refused & { readonly code: string }) | null): Refused | null {
  const field = refusal && refusedAt(refusal.code);
  return refusal && field ? { detail: '', errors: [{ field, detail: refusal.detail }] } : refusal;
}

const fieldsOf = (link: PeerLink, onLink: (link: PeerLink) => void): FieldSpec[] => [
  { kind: 'own', name: 'compared', label: '电话核对', control: <Compared /> },
  { kind: 'own', name: 'link', label: '信函怎样往来', control: <LinkChoice onPick={onLink} /> },
  ...(hasAddress(link) ? [{ kind: 'text' as const, name: 'url', label: '对方接口地址', max: 300, placeholder: 'https://…/api' }] : []),
  { kind: 'own', name: 'bodyIds', label: '由它服务的单位', help: '通常是地州局和它的全部下级', control: <BodiesField /> },
];

interface OwnControl<Value> {
  value?: Value;
  onChange?: (value: Value) => void;
  id?: string;
}

const Compared = ({ value, onChange, id }: OwnControl<boolean>) => (
  <Checkbox id={id} checked={value === true} onChange={({ target }) => onChange?.(target.checked)}>
    已用电话逐组核对，指纹一致
  </Checkbox>
);

/** Given its value by the form; the address follows what is picked. */
const LinkChoice = ({ value, onChange, onPick, id }: OwnControl<PeerLink> & { onPick: (link: PeerLink) => void }) => (
  <div className="exchange-links" role="radiogroup" id={id} aria-label="信函怎样往来">
    {peerLinks.map((each) => (
      <label key={each} className="exchange-check">
        <input
          type="radio"
          name="link"
          checked={value === each}
          onChange={() => {
            onChange?.(each);
            onPick(each);
          }}
        />
        <span>
          {linkWord[each]} <span className="kz-caption">{linkHelp[each]}</span>
        </span>
      </label>
    ))}
  </div>
);
