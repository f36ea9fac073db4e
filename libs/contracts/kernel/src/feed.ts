import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Permission } from './access.js';
import { Empty } from './empty.js';
import type { EventEnvelope } from './event.js';
import { command, defineApi, query } from './operation.js';
import { ListRequest, pageOf } from './page.js';

/** A subscriber asks for what it may have missed; asking says that all up to `after` has had its effect. */
export class ReadFeed {
  @IsString() subscriber!: string;
  /** Position of the last event known to be handled: `<txid>:<number>`; absent for the beginning. */
  @IsOptional() @Matches(/^\d+:\d+$/) after?: string;
  @IsInt() @Min(1) @Max(1000) limit!: number;
}
export class FeedEntry {
  @IsString() position!: string;
  @IsObject() event!: EventEnvelope;
}
export class FeedPage {
  @IsArray() @ValidateNested({ each: true }) @Type(() => FeedEntry) items!: FeedEntry[];
}
/** The events of one aggregate from one sequence number to another, both included. */
export class ReadStream {
  @IsString() aggregate!: string;
  @IsString() aggregateId!: string;
  @IsInt() @Min(1) from!: number;
  @IsInt() @Min(1) to!: number;
}
export class StreamEvents {
  @IsArray() @IsObject({ each: true }) events!: EventEnvelope[];
}

/** What every service offers to its subscribers, over the bus only. */
export const feedApi = (service: string) =>
  defineApi(service, {
    readFeed: query({ version: 1, needs: 'system', request: ReadFeed, response: FeedPage, summary: '事件补发' }),
    readStream: query({ version: 1, needs: 'system', request: ReadStream, response: StreamEvents, summary: '补取缺失事件' }),
  });

export class DeadLetterRow {
  @IsUUID() eventId!: string;
  @IsString() producer!: string;
  @IsString() subject!: string;
  @IsString() aggregate!: string;
  @IsString() aggregateId!: string;
  @IsInt() sequence!: number;
  /** `dead`: gave up after several attempts; `held`: waits behind a dead one of the same aggregate. */
  @IsIn(['trying', 'dead', 'held', 'replayed']) state!: 'trying' | 'dead' | 'held' | 'replayed';
  @IsInt() attempts!: number;
  @IsOptional() @IsString() lastError?: string;
  @IsISO8601() lastAt!: string;
}
export class ListDeadLetters extends ListRequest {}
export class ReplayDeadLetter {
  @IsUUID() eventId!: string;
}
/** Dead letters as operations staff see them; the service's contract names the two permissions. */
export const deadLetterApi = <const S extends string>(service: S) =>
  defineApi(service, {
    listDeadLetters: query({
      ...{ version: 1, http: `GET /${service}/dead-letters`, needs: `${service}.dead_letter.read` as Permission },
      ...{ request: ListDeadLetters, response: pageOf(DeadLetterRow), summary: '待人工处理的消息' },
    }),
    replayDeadLetter: command({
      ...{ version: 1, http: `POST /${service}/dead-letters/:eventId/replay`, needs: `${service}.dead_letter.replay` as Permission },
      ...{ request: ReplayDeadLetter, response: Empty, summary: '重放消息' },
    }),
  });
