import { Controller } from '@nestjs/common';
import type * as contract from '@karez/contracts-oa';
import { issueApi } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { DocumentReading } from './document-reading.js';
import { IssueOutgoingHandler } from './commands/issue-outgoing.handler.js';
import { DistributeOutgoingHandler } from './commands/distribute-outgoing.handler.js';

/** What the office of the issuing body does with a signed document. */
@Controller()
export class IssueController implements Handlers<typeof issueApi> {
  constructor(
    private readonly reading: DocumentReading,
    private readonly issuing: IssueOutgoingHandler,
    private readonly distributing: DistributeOutgoingHandler,
  ) {}

  @Handles(issueApi.recheckOutgoing)
  async recheckOutgoing(request: contract.JudgeOutgoing, ctx: Ctx): Promise<contract.OutgoingView> {
    return this.reading.view((await this.issuing.recheck(request, ctx)).documentId, ctx);
  }
  @Handles(issueApi.numberOutgoing)
  async numberOutgoing(request: contract.NumberOutgoing, ctx: Ctx): Promise<contract.OutgoingView> {
    return this.reading.view((await this.issuing.number(request, ctx)).documentId, ctx);
  }
  @Handles(issueApi.typesetOutgoing)
  async typesetOutgoing(request: contract.OutgoingOf, ctx: Ctx): Promise<contract.OutgoingView> {
    return this.reading.view((await this.issuing.typeset(request, ctx)).documentId, ctx);
  }
  @Handles(issueApi.proofreadOutgoing)
  async proofreadOutgoing(request: contract.JudgeOutgoing, ctx: Ctx): Promise<contract.OutgoingView> {
    return this.reading.view((await this.issuing.proofread(request, ctx)).documentId, ctx);
  }
  @Handles(issueApi.sealOutgoing)
  async sealOutgoing(request: contract.SealOutgoing, ctx: Ctx): Promise<contract.OutgoingView> {
    return this.reading.view((await this.issuing.seal(request, ctx)).documentId, ctx);
  }
  @Handles(issueApi.distributeOutgoing)
  async distributeOutgoing(request: contract.DistributeOutgoing, ctx: Ctx): Promise<contract.OutgoingView> {
    return this.reading.view((await this.distributing.execute(request, ctx)).documentId, ctx);
  }
  @Handles(issueApi.closeOutgoing)
  async closeOutgoing(request: contract.OutgoingOf, ctx: Ctx): Promise<contract.OutgoingView> {
    return this.reading.view((await this.issuing.close(request, ctx)).documentId, ctx);
  }
}
