import { Controller } from '@nestjs/common';
import type * as contract from '@karez/contracts-exchange';
import { nodePostApi, peerApi } from '@karez/contracts-exchange';
import type { Empty } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { JoinPeerHandler } from './commands/join-peer.handler.js';
import { LeavePeerHandler } from './commands/leave-peer.handler.js';
import { RetryPeerHandler } from './commands/retry-peer.handler.js';
import { NodeDesk } from './node-desk.js';
import { PeerLists } from './peer.lists.js';

/** The other nodes: joined by an administrator, and their posts over HTTPS. */
@Controller()
export class NodeController implements Handlers<typeof peerApi & typeof nodePostApi> {
  constructor(
    private readonly lists: PeerLists,
    private readonly join: JoinPeerHandler,
    private readonly leave: LeavePeerHandler,
    private readonly retry: RetryPeerHandler,
    private readonly desk: NodeDesk,
  ) {}

  @Handles(peerApi.listPeers)
  listPeers(_request: Empty, { now }: Ctx): Promise<contract.Peers> {
    return this.lists.list(now);
  }
  @Handles(peerApi.joinPeer)
  joinPeer(request: contract.JoinPeer, ctx: Ctx): Promise<contract.PeerView> {
    return this.join.execute(request, ctx);
  }
  @Handles(peerApi.leavePeer)
  leavePeer(request: contract.PeerRef, ctx: Ctx): Promise<Empty> {
    return this.leave.execute(request, ctx);
  }
  @Handles(peerApi.retryPeer)
  retryPeer(request: contract.PeerRef, ctx: Ctx): Promise<contract.PeerView> {
    return this.retry.execute(request, ctx);
  }
  @Handles(nodePostApi.takeNodePost)
  takeNodePost(request: contract.NodeEnvelope, _ctx: Ctx): Promise<contract.NodeEnvelope> {
    return this.desk.take(request);
  }
}
