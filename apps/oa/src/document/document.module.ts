import { Module } from '@nestjs/common';
import { NumberModule } from '../number/number.module.js';
import { WhenDeliveryMoved } from '../reactions/when-delivery-moved.reaction.js';
import { DistributeOutgoingHandler } from './commands/distribute-outgoing.handler.js';
import { DraftOutgoingHandler } from './commands/draft-outgoing.handler.js';
import { IssueOutgoingHandler } from './commands/issue-outgoing.handler.js';
import { RouteOutgoingHandler } from './commands/route-outgoing.handler.js';
import { DocumentDesk } from './document-desk.js';
import { DocumentOffice } from './document-office.js';
import { DocumentReading } from './document-reading.js';
import { DocumentRoute } from './document-route.js';
import { DocumentSteps } from './document-steps.js';
import { DocumentTexts } from './document-texts.js';
import { DocumentStory } from './document.story.js';
import { DocumentLists } from './document.lists.js';
import { DocumentsToSend } from './documents-to-send.js';
import { DraftController } from './draft.controller.js';
import { ExchangeDesk } from './exchange-desk.js';
import { IssueController } from './issue.controller.js';
import { RenditionFiles } from './rendition-files.js';
import { Renditions } from './renditions.js';
import { RenditionModule } from '../rendition/rendition.module.js';

const rooms = [DocumentDesk, DocumentSteps, DocumentTexts, DocumentRoute, DocumentReading, DocumentLists, DocumentsToSend, ExchangeDesk];
const commands = [DraftOutgoingHandler, RouteOutgoingHandler, IssueOutgoingHandler, DistributeOutgoingHandler];

/** 发文. */
@Module({
  imports: [NumberModule, RenditionModule],
  controllers: [DraftController, IssueController],
  providers: [...rooms, ...commands, WhenDeliveryMoved, RenditionFiles, Renditions, DocumentOffice, DocumentStory],
})
export class DocumentModule {}
