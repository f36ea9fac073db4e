import { Module } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { OrgCopy } from '@karez/service';
import { Tokens } from '@karez/search';
import { CalendarRounds } from './calendar/calendar-rounds.js';
import { OfficeCalendarJob } from './calendar/office-calendar.job.js';
import { OpenClocks } from './calendar/open-clocks.js';
import { WorkingDays } from './calendar/working-days.js';
import { ColumnController } from './column/column.controller.js';
import { ColumnTree } from './column/columns.js';
import { WriteColumnHandler } from './column/commands/write-column.handler.js';
import { PortalConfig } from './config.js';
import { CorrectRequestHandler } from './disclosure-request/commands/correct-request.handler.js';
import { HandleRequestHandler } from './disclosure-request/commands/handle-request.handler.js';
import { RequestDisclosureHandler } from './disclosure-request/commands/request-disclosure.handler.js';
import { DisclosureRequestController } from './disclosure-request/disclosure-request.controller.js';
import { DisclosureRequestLists } from './disclosure-request/disclosure-request.lists.js';
import { FollowedRequests } from './disclosure-request/followed-requests.js';
import { ArticleLists } from './edition/article.lists.js';
import { CreateArticleHandler } from './edition/commands/create-article.handler.js';
import { CreateEditionHandler } from './edition/commands/create-edition.handler.js';
import { CreatePreviewHandler } from './edition/commands/create-preview.handler.js';
import { MoveEditionHandler } from './edition/commands/move-edition.handler.js';
import { PublishEditionHandler } from './edition/commands/publish-edition.handler.js';
import { UpdateEditionHandler } from './edition/commands/update-edition.handler.js';
import { EditionDesk } from './edition/edition-desk.js';
import { EditionReadingController } from './edition/edition-reading.controller.js';
import { EditionChecks } from './edition/edition-texts.js';
import { EditionController } from './edition/edition.controller.js';
import { EditionViews } from './edition/edition.views.js';
import { PreviewTokens } from './edition/preview-tokens.js';
import { Publishing } from './edition/publishing.js';
import { CloseHearingsJob } from './hearing/close-hearings.job.js';
import { TakeVoiceHandler } from './hearing/commands/take-voice.handler.js';
import { WriteHearingHandler } from './hearing/commands/write-hearing.handler.js';
import { HearingController } from './hearing/hearing.controller.js';
import { HearingLists } from './hearing/hearing.lists.js';
import { Voices } from './hearing/voices.js';
import { Arrivals } from './incoming/arrivals.js';
import { WhenCaseDecided } from './incoming/when-case-decided.reaction.js';
import { WhenDispatchSent } from './incoming/when-dispatch-sent.reaction.js';
import { InspectionController } from './inspection/inspection.controller.js';
import { Inspection } from './inspection/inspection.js';
import { TimedEditionsJob } from './jobs/timed-editions.job.js';
import { CitizenCodes } from './letter/citizen-codes.js';
import { HandleLetterHandler } from './letter/commands/handle-letter.handler.js';
import { RateLetterHandler } from './letter/commands/rate-letter.handler.js';
import { SendLetterHandler } from './letter/commands/send-letter.handler.js';
import { DailyLimit } from './letter/daily-limit.js';
import { FollowedLetters } from './letter/followed-letters.js';
import { LetterDesk } from './letter/letter-desk.js';
import { LetterController } from './letter/letter.controller.js';
import { LetterLists } from './letter/letter.lists.js';
import { Home } from './reading/home.js';
import { PublicArticles } from './reading/public-article.js';
import { PublicLists } from './reading/public-lists.js';
import { PublicSites } from './reading/public-sites.js';
import { ReadingController } from './reading/reading.controller.js';
import { Search } from './search/search.js';
import { DemonstrationTask } from './seed/demonstration.task.js';
import { Gardener } from './seed/gardener.js';
import { Narrator } from './seed/narrator.js';
import { Doors } from './seed/voices/doors.js';
import { Players } from './seed/voices/players.js';
import { ChangeSiteHandler } from './site/commands/change-site.handler.js';
import { CreateSiteHandler } from './site/commands/create-site.handler.js';
import { SiteController } from './site/site.controller.js';
import { SiteLists } from './site/site.lists.js';
import { KeepWordHandler } from './word-check/commands/keep-word.handler.js';
import { WordController } from './word-check/word.controller.js';
import { Words } from './word-check/words.js';

const site = [SiteLists, CreateSiteHandler, ChangeSiteHandler, ColumnTree, WriteColumnHandler];
const edition = [
  ...[ArticleLists, EditionViews, EditionDesk, EditionChecks, Publishing, PreviewTokens, TimedEditionsJob],
  ...[CreateArticleHandler, CreateEditionHandler, UpdateEditionHandler, MoveEditionHandler, PublishEditionHandler, CreatePreviewHandler],
];
const letter = [
  ...[WorkingDays, OfficeCalendarJob, OpenClocks, CalendarRounds, CitizenCodes, DailyLimit, LetterDesk, LetterLists, FollowedLetters],
  ...[SendLetterHandler, RateLetterHandler, HandleLetterHandler],
];
const request = [DisclosureRequestLists, FollowedRequests, RequestDisclosureHandler, CorrectRequestHandler, HandleRequestHandler];
const hearing = [HearingLists, Voices, WriteHearingHandler, TakeVoiceHandler, CloseHearingsJob];
const incoming = [Arrivals, WhenDispatchSent, WhenCaseDecided];
const doors = {
  provide: Doors,
  inject: [ModuleRef],
  useFactory: (app: ModuleRef): Doors => ({
    letters: () => app.get(LetterController),
    hearings: () => app.get(HearingController),
    requests: () => app.get(DisclosureRequestController),
  }),
};
const seed = [DemonstrationTask, Gardener, Narrator, Players, doors];
const reading = [PublicSites, PublicLists, PublicArticles, Home, Search, Tokens];

/** 门户内容: the sites of the offices, what is published on them, and what citizens send in. */
@Module({
  controllers: [
    ...[SiteController, ColumnController, EditionReadingController, EditionController, WordController, ReadingController],
    ...[LetterController, DisclosureRequestController, HearingController, InspectionController],
  ],
  providers: [
    { provide: PortalConfig, useFactory: () => new PortalConfig() },
    ...[OrgCopy, ...site, ...edition, ...reading, ...letter, ...request, ...hearing, ...incoming],
    ...[Inspection, ...seed, Words, KeepWordHandler],
  ],
})
export class PortalModule {}
