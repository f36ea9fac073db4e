import { Controller } from '@nestjs/common';
import { type NeedsPersonList, peerApi } from '@karez/contracts-exchange';
import type { ListRequest } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { Attention } from './attention.js';

@Controller()
export class AttentionController implements Handlers<typeof peerApi, 'listNeedsPerson'> {
  constructor(private readonly attention: Attention) {}

  @Handles(peerApi.listNeedsPerson)
  listNeedsPerson(request: ListRequest, ctx: Ctx): Promise<NeedsPersonList> {
    return this.attention.list(request, ctx);
  }
}
