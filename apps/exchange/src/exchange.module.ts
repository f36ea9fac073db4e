import { Module } from '@nestjs/common';
import { SoftwareCryptoProvider } from '@karez/crypto';
import { type Environment, OrgCopy } from '@karez/service';
import { AttentionController } from './attention/attention.controller.js';
import { Attention } from './attention/attention.js';
import { DeadLetterAttention } from './attention/dead-letter.attention.js';
import { KeyAttention } from './attention/key.attention.js';
import { PeerAttention } from './attention/peer.attention.js';
import { SentAttention } from './attention/sent.attention.js';
import { ActingBody } from './body/acting-body.js';
import { Bodies } from './body/bodies.js';
import { DirectoryController } from './body/directory.controller.js';
import { DirectoryLists } from './body/directory.lists.js';
import { Groups } from './body/groups.js';
import { Reach } from './body/reach.js';
import { ExchangeConfig } from './config.js';
import { Arrivals } from './custody/arrivals.js';
import { AnswerRevokeHandler } from './custody/commands/answer-revoke.handler.js';
import { MarkSeenHandler } from './custody/commands/mark-seen.handler.js';
import { PrintDeliveryHandler } from './custody/commands/print-delivery.handler.js';
import { RefuseDeliveryHandler } from './custody/commands/refuse-delivery.handler.js';
import { SignDeliveryHandler } from './custody/commands/sign-delivery.handler.js';
import { CustodyDesk } from './custody/custody-desk.js';
import { CustodyController } from './custody/custody.controller.js';
import { DocumentChecks } from './custody/document-checks.js';
import { InboxLists } from './custody/inbox.lists.js';
import { RecipientActs } from './custody/recipient-acts.js';
import { Requests } from './custody/requests.js';
import { CalendarYears } from './deadline/calendar-years.js';
import { CalendarController } from './deadline/calendar.controller.js';
import { PutCalendarHandler } from './deadline/commands/put-calendar.handler.js';
import { Deadlines } from './deadline/deadlines.js';
import { OpenDeadlines } from './deadline/open-deadlines.js';
import { OverdueMarks } from './deadline/overdue-marks.js';
import { OverdueJob } from './deadline/overdue.job.js';
import { AcknowledgeReturnHandler } from './delivery/commands/acknowledge-return.handler.js';
import { OpenDeliveryFileHandler } from './delivery/commands/open-delivery-file.handler.js';
import { RecallDeliveryHandler } from './delivery/commands/recall-delivery.handler.js';
import { ReissueDeliveryHandler } from './delivery/commands/reissue-delivery.handler.js';
import { ResendDeliveryHandler } from './delivery/commands/resend-delivery.handler.js';
import { RevokeDeliveryHandler } from './delivery/commands/revoke-delivery.handler.js';
import { UrgeDeliveryHandler } from './delivery/commands/urge-delivery.handler.js';
import { DeliveryParts } from './delivery/delivery-parts.js';
import { SentDeliveryController } from './delivery/delivery.controller.js';
import { DeliveryViews } from './delivery/delivery.views.js';
import { MirrorDesk } from './delivery/mirror-desk.js';
import { ReadingController } from './delivery/reading.controller.js';
import { ReissueEnd } from './delivery/reissue-end.js';
import { SenderActs } from './delivery/sender-acts.js';
import { ActOnDispatchHandler } from './dispatch/commands/act-on-dispatch.handler.js';
import { AddRecipientsHandler } from './dispatch/commands/add-recipients.handler.js';
import { PreviewRecipientsHandler } from './dispatch/commands/preview-recipients.handler.js';
import { SendDispatchHandler } from './dispatch/commands/send-dispatch.handler.js';
import { Deliveries } from './dispatch/deliveries.js';
import { DispatchController } from './dispatch/dispatch.controller.js';
import { DispatchLists } from './dispatch/dispatch.lists.js';
import { DispatchViews } from './dispatch/dispatch.views.js';
import { Recipients } from './dispatch/recipients.js';
import { Sending } from './dispatch/sending.js';
import { CreateDocumentHandler } from './document/commands/create-document.handler.js';
import { DiscardDocumentHandler } from './document/commands/discard-document.handler.js';
import { SealDocumentHandler } from './document/commands/seal-document.handler.js';
import { UpdateDocumentHandler } from './document/commands/update-document.handler.js';
import { DocumentFiles } from './document/document-files.js';
import { DocumentController } from './document/document.controller.js';
import { DocumentLists } from './document/document.lists.js';
import { DocumentViews } from './document/document.views.js';
import { FilesForSealing } from './document/files-for-sealing.js';
import { LayoutReader } from './document/layout-reader.js';
import { SealedDocuments } from './document/sealed-document.js';
import { StoredBytes } from './document/stored-bytes.js';
import { EvidenceFiles } from './evidence/evidence-file.js';
import { Statements } from './evidence/statements.js';
import { ManyTimelines } from './evidence/many-timelines.js';
import { Timeline } from './evidence/timeline.js';
import { CreateWebhookHandler } from './feed/commands/create-webhook.handler.js';
import { EventFeedController } from './feed/event-feed.controller.js';
import { EventFeed } from './feed/event-feed.js';
import { TidyFeedJob } from './feed/tidy-feed.job.js';
import { WebhookAddresses } from './feed/webhook-addresses.js';
import { WebhookCourier } from './feed/webhook-courier.js';
import { WebhookDesk } from './feed/webhook-desk.js';
import { WebhookLeases } from './feed/webhook-leases.js';
import { WebhookRound } from './feed/webhook-round.js';
import { WebhookSignature } from './feed/webhook-signature.js';
import { ExchangeRounds } from './jobs/rounds.js';
import { RevokeKeyHandler } from './key/commands/revoke-key.handler.js';
import { RotateKeyHandler } from './key/commands/rotate-key.handler.js';
import { EnsureKeysJob } from './key/ensure-keys.job.js';
import { KeyChanges } from './key/key-changes.js';
import { KeyMaker } from './key/key-maker.js';
import { KeyRing } from './key/key-ring.js';
import { KeyController } from './key/key.controller.js';
import { KeyLists } from './key/key.lists.js';
import { Consignments } from './letter/consignments.js';
import { Courier } from './letter/courier.js';
import { LetterBell } from './letter/letter-bell.js';
import { LetterRound } from './letter/letter-round.js';
import { PostRoom } from './letter/post-room.js';
import { BusDoor } from './node/bus-door.js';
import { JoinPeerHandler } from './node/commands/join-peer.handler.js';
import { LeavePeerHandler } from './node/commands/leave-peer.handler.js';
import { RetryPeerHandler } from './node/commands/retry-peer.handler.js';
import { ForeignDocuments } from './node/foreign-documents.js';
import { ForeignFiles } from './node/foreign-files.js';
import { ForeignKeys } from './node/foreign-keys.js';
import { ForeignLetters } from './node/foreign-letters.js';
import { ForeignStatements } from './node/foreign-statements.js';
import { NodeCarrier } from './node/node-carrier.js';
import { NodeController } from './node/node.controller.js';
import { NodeDesk } from './node/node-desk.js';
import { NodeEnvelopes } from './node/node-envelopes.js';
import { NodeFetcher } from './node/node-fetcher.js';
import { NodePosts } from './node/node-posts.js';
import { NodeRounds } from './node/node-rounds.js';
import { Outgoing } from './node/outgoing.js';
import { OwnFiles } from './node/own-files.js';
import { PeerLists } from './node/peer.lists.js';
import { PeerSigns } from './node/peer-signs.js';
import { Peers } from './node/peers.js';
import { DemonstrationTask } from './seed/demonstration.task.js';
import { Ending } from './seed/ending.js';
import { Narrator } from './seed/narrator.js';
import { StatisticsController } from './statistics/statistics.controller.js';
import { Statistics } from './statistics/statistics.js';

const settings = [
  { provide: ExchangeConfig, inject: ['Environment'], useFactory: (environment: Environment) => new ExchangeConfig(environment) },
  {
    provide: 'CryptoProvider',
    inject: [ExchangeConfig],
    useFactory: (config: ExchangeConfig) => new SoftwareCryptoProvider({ masterKeys: config.masterKeys() }),
  },
];
const body = [OrgCopy, Bodies, Groups, Reach, ActingBody, DirectoryLists];
const key = [KeyRing, KeyMaker, KeyChanges, KeyLists, EnsureKeysJob, RotateKeyHandler, RevokeKeyHandler];
const deadline = [Deadlines, CalendarYears, OpenDeadlines, OverdueMarks, OverdueJob, PutCalendarHandler];
const overview = [Statistics, Attention, SentAttention, KeyAttention, PeerAttention, DeadLetterAttention, ExchangeRounds];
const evidence = [Statements, Timeline, ManyTimelines, EvidenceFiles];
const document = [
  ...[DocumentFiles, DocumentViews, DocumentLists, StoredBytes, LayoutReader, FilesForSealing, SealedDocuments],
  ...[CreateDocumentHandler, UpdateDocumentHandler, SealDocumentHandler, DiscardDocumentHandler],
];
const dispatch = [
  ...[Recipients, Deliveries, Sending, DispatchViews, DispatchLists],
  ...[SendDispatchHandler, AddRecipientsHandler, PreviewRecipientsHandler, ActOnDispatchHandler],
];
const delivery = [
  ...[MirrorDesk, SenderActs, DeliveryViews, DeliveryParts, ReissueEnd, OpenDeliveryFileHandler],
  ...[RecallDeliveryHandler, UrgeDeliveryHandler, ResendDeliveryHandler, RevokeDeliveryHandler, AcknowledgeReturnHandler],
  ReissueDeliveryHandler,
];
const custody = [
  ...[CustodyDesk, DocumentChecks, Arrivals, Requests, RecipientActs, InboxLists],
  ...[SignDeliveryHandler, RefuseDeliveryHandler, AnswerRevokeHandler, PrintDeliveryHandler, MarkSeenHandler],
];
const seed = [DemonstrationTask, Narrator, Ending];
const letter = [PostRoom, Consignments, LetterRound, LetterBell, Courier];
const node = [
  ...[Peers, PeerLists, JoinPeerHandler, LeavePeerHandler, RetryPeerHandler, NodeEnvelopes, NodePosts, NodeDesk, BusDoor],
  ...[
    PeerSigns,
    ForeignStatements,
    ForeignKeys,
    ForeignFiles,
    ForeignDocuments,
    ForeignLetters,
    Outgoing,
    OwnFiles,
    NodeCarrier,
    NodeFetcher,
    NodeRounds,
  ],
];
const feed = [
  ...[EventFeed, TidyFeedJob, WebhookDesk, WebhookAddresses, WebhookSignature, CreateWebhookHandler],
  ...[WebhookLeases, WebhookRound, WebhookCourier],
];

/** 公文交换: official documents between bodies, with proof. */
@Module({
  controllers: [
    ...[DocumentController, DispatchController, SentDeliveryController, CustodyController, ReadingController],
    ...[DirectoryController, KeyController, CalendarController, StatisticsController, AttentionController],
    ...[EventFeedController, NodeController],
  ],
  providers: [
    ...settings,
    ...body,
    ...key,
    ...evidence,
    ...document,
    ...dispatch,
    ...delivery,
    ...custody,
    ...letter,
    ...node,
    ...deadline,
    ...overview,
    ...seed,
    ...feed,
  ],
})
export class ExchangeModule {}
