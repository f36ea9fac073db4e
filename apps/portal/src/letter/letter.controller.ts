import { Controller } from '@nestjs/common';
import type { Page } from '@karez/contracts-kernel';
import type * as contract from '@karez/contracts-portal';
import { letterApi } from '@karez/contracts-portal';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { HandleLetterHandler } from './commands/handle-letter.handler.js';
import { RateLetterHandler } from './commands/rate-letter.handler.js';
import { SendLetterHandler } from './commands/send-letter.handler.js';
import { FollowedLetters } from './followed-letters.js';
import { LetterDesk } from './letter-desk.js';
import { LetterLists } from './letter.lists.js';

@Controller()
export class LetterController implements Handlers<typeof letterApi> {
  constructor(
    private readonly lists: LetterLists,
    private readonly desk: LetterDesk,
    private readonly followed: FollowedLetters,
    private readonly sending: SendLetterHandler,
    private readonly rating: RateLetterHandler,
    private readonly handling: HandleLetterHandler,
  ) {}

  @Handles(letterApi.sendLetter)
  sendLetter(request: contract.SendLetter, ctx: Ctx): Promise<contract.Receipt> {
    return this.sending.execute(request, ctx);
  }
  @Handles(letterApi.followLetter)
  followLetter(request: contract.FollowByCode, _ctx: Ctx): Promise<contract.LetterProgress> {
    return this.followed.progress(request);
  }
  @Handles(letterApi.rateLetter)
  rateLetter(request: contract.RateLetter, ctx: Ctx): Promise<contract.LetterProgress> {
    return this.rating.execute(request, ctx);
  }
  @Handles(letterApi.listPublicLetters)
  listPublicLetters(request: contract.ListPublicLetters, _ctx: Ctx): Promise<Page<contract.PublicLetter>> {
    return this.lists.public(request);
  }
  @Handles(letterApi.listLetters)
  listLetters(request: contract.ListLetters, ctx: Ctx): Promise<Page<contract.LetterRow>> {
    return this.lists.page(request, ctx);
  }
  @Handles(letterApi.getLetter)
  getLetter({ letterId }: contract.LetterOf, ctx: Ctx): Promise<contract.LetterView> {
    return this.desk.view(letterId, ctx);
  }
  @Handles(letterApi.routeLetter)
  routeLetter(request: contract.RouteLetter, ctx: Ctx): Promise<contract.LetterView> {
    return this.handling.route(request, ctx);
  }
  @Handles(letterApi.draftReply)
  draftReply(request: contract.DraftReply, ctx: Ctx): Promise<contract.LetterView> {
    return this.handling.draft(request, ctx);
  }
  @Handles(letterApi.approveReply)
  approveReply(request: contract.ApproveReply, ctx: Ctx): Promise<contract.LetterView> {
    return this.handling.approve(request, ctx);
  }
  @Handles(letterApi.returnReply)
  returnReply(request: contract.ReturnReply, ctx: Ctx): Promise<contract.LetterView> {
    return this.handling.giveBack(request, ctx);
  }
  @Handles(letterApi.closeLetter)
  closeLetter(request: contract.CloseLetter, ctx: Ctx): Promise<contract.LetterView> {
    return this.handling.close(request, ctx);
  }
}
