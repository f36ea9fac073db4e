import type { PeerView } from '@karez/contracts-exchange';
import { Button } from 'antd';
import { api } from '../../app/api.js';
import { AskButton } from '../../app/ask-button.js';
import { ProblemNote } from '../../app/problem-note.js';
import { useAct } from '../../app/use-act.js';

const changes = [['exchange']];

export function PeerActs({ peer, onUpdate }: { peer: PeerView; onUpdate: (peer: PeerView) => void }) {
  const { nodeId, name } = peer;
  const retry = useAct(api.exchange.retryPeer, { changes, said: () => `已向「${name}」重投 ${peer.waiting} 封信函。` });
  const leave = useAct(api.exchange.leavePeer, { changes, said: () => `已断开「${name}」，它的单位改由本节点服务。` });
  const refused = leave.refusal ?? retry.refusal;
  return (
    <>
      <div className="exchange-row-acts">
        {peer.waiting > 0 && (
          <Button size="small" loading={retry.busy} aria-label={`立即重投：${name}`} onClick={() => retry.run({ nodeId })}>
            立即重投
          </Button>
        )}
        <Button size="small" aria-label={`更新名片…：${name}`} onClick={() => onUpdate(peer)}>
          更新名片…
        </Button>
        <AskButton
          small
          label="断开"
          of={name}
          question={`断开之后，它的 ${peer.bodyIds.length} 家单位改由本节点服务。已收发的公文和回执照常可以核验。`}
          disabled={peer.waiting > 0}
          busy={leave.busy}
          onYes={() => leave.run({ nodeId })}
        />
      </div>
      {peer.waiting > 0 && <p className="kz-caption">信函送完或撤回后才能断开</p>}
      {refused && (
        <ProblemNote
          problem={refused}
          onDismiss={() => {
            retry.dismiss();
            leave.dismiss();
          }}
        />
      )}
    </>
  );
}
