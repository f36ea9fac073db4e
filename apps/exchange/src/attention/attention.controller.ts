import { Controller } from '@nestjs/common';
import { attentionApi, type NeedsPersonList } from '@karez/contracts-exchange';
import type { ListRequest } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { Attention } from './attention.js';

@Controller()
export class AttentionController implements Handlers<typeof attentionApi> {
  constructor(private readonly attention: Attention) {}

  @Handles(attentionApi.listNeedsPerson)
  listNeedsPerson(request: ListRequest, ctx: Ctx): Promise<NeedsPersonList> {
    return this.attention.list(request, ctx);
  }
}
