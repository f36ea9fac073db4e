import { Controller } from '@nestjs/common';
import type { Page } from '@karez/contracts-kernel';
import type * as contract from '@karez/contracts-portal';
import { hearingApi, type HearingView } from '@karez/contracts-portal';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { TakeVoiceHandler } from './commands/take-voice.handler.js';
import { WriteHearingHandler } from './commands/write-hearing.handler.js';
import { HearingLists } from './hearing.lists.js';
import { Voices } from './voices.js';

@Controller()
export class HearingController implements Handlers<typeof hearingApi> {
  constructor(
    private readonly lists: HearingLists,
    private readonly voices: Voices,
    private readonly writing: WriteHearingHandler,
    private readonly taking: TakeVoiceHandler,
  ) {}

  @Handles(hearingApi.listPublicHearings)
  listPublicHearings(request: contract.ListPublicHearings, _ctx: Ctx): Promise<Page<contract.PublicHearing>> {
    return this.lists.public(request);
  }
  @Handles(hearingApi.getPublicHearing)
  getPublicHearing(request: contract.GetPublicHearing, _ctx: Ctx): Promise<contract.PublicHearing> {
    return this.lists.publicOne(request);
  }
  @Handles(hearingApi.sendOpinion)
  sendOpinion(request: contract.SendOpinion, ctx: Ctx): Promise<contract.VoiceTaken> {
    return this.taking.opinion(request, ctx);
  }
  @Handles(hearingApi.answerSurvey)
  answerSurvey(request: contract.AnswerSurvey, ctx: Ctx): Promise<contract.VoiceTaken> {
    return this.taking.survey(request, ctx);
  }
  @Handles(hearingApi.listHearings)
  listHearings(request: contract.ListHearings, ctx: Ctx): Promise<Page<HearingView>> {
    return this.lists.page(request, ctx);
  }
  @Handles(hearingApi.getHearing)
  getHearing({ hearingId }: contract.HearingOf, ctx: Ctx): Promise<HearingView> {
    return this.lists.one(hearingId, ctx);
  }
  @Handles(hearingApi.listVoices)
  async listVoices(request: contract.ListVoices, ctx: Ctx): Promise<Page<contract.VoiceRow>> {
    await this.lists.one(request.hearingId, ctx, 'portal.hearing.write');
    return this.voices.page(request);
  }
  @Handles(hearingApi.createHearing)
  createHearing(request: contract.CreateHearing, ctx: Ctx): Promise<HearingView> {
    return this.writing.create(request, ctx);
  }
  @Handles(hearingApi.updateHearing)
  updateHearing(request: contract.UpdateHearing, ctx: Ctx): Promise<HearingView> {
    return this.writing.update(request, ctx);
  }
  @Handles(hearingApi.openHearing)
  openHearing({ hearingId }: contract.HearingOf, ctx: Ctx): Promise<HearingView> {
    return this.writing.open(hearingId, ctx);
  }
  @Handles(hearingApi.closeHearing)
  closeHearing({ hearingId }: contract.HearingOf, ctx: Ctx): Promise<HearingView> {
    return this.writing.close(hearingId, ctx);
  }
  @Handles(hearingApi.reportHearing)
  reportHearing(request: contract.ReportHearing, ctx: Ctx): Promise<HearingView> {
    return this.writing.report(request, ctx);
  }
  @Handles(hearingApi.discardHearing)
  discardHearing({ hearingId }: contract.HearingOf, ctx: Ctx): Promise<HearingView> {
    return this.writing.discard(hearingId, ctx);
  }
}
