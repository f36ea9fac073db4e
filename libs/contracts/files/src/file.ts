import { ListRequest } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBase64,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { type FileState, fileStates } from './flow.js';

export const fileActs = ['download', 'preview', 'discard'] as const;
export type FileAct = (typeof fileActs)[number];

export class FileView {
  @IsUUID() id!: string;
  /** As the uploader named it, without path, control and direction characters. */
  @IsString() name!: string;
  /** In bytes. */
  @IsInt() size!: number;
  @IsIn(fileStates) state!: FileState;
  /** Told from the content; absent until it was looked at. */
  @IsOptional() @IsString() mediaType?: string;
  /** Hexadecimal; absent until the whole file has come. */
  @IsOptional() @IsString() sha256?: string;
  @IsOptional() @IsString() sm3?: string;
  /** Why it cannot be used: an error code of this contract and its parameters. */
  @IsOptional() @IsString() reason?: string;
  @IsOptional() @IsObject() reasonParams?: Record<string, string | number>;
  /** Whether it can be read now. */
  @IsBoolean() readable!: boolean;
  /** Whether some service holds it for one of its things; if not, it goes after some days. */
  @IsBoolean() attached!: boolean;
  @IsString() uploaderId!: string;
  @IsString() uploaderName!: string;
  @IsOptional() @IsUUID() orgId?: string;
  @IsISO8601() createdAt!: string;
  @IsOptional() @IsISO8601() receivedAt?: string;
  @IsOptional() @IsISO8601() checkedAt?: string;
  /** What the caller may do with it now. */
  @IsArray() @IsIn(fileActs, { each: true }) acts!: FileAct[];
}
export class FileList {
  @IsArray() @ValidateNested({ each: true }) @Type(() => FileView) items!: FileView[];
}
export class GetFile {
  @IsUUID() fileId!: string;
}
export class ListFiles extends ListRequest {
  @IsOptional() @IsIn(fileStates) state?: FileState;
  /** Part of the name. */
  @IsOptional() @IsString() @Length(1, 80) q?: string;
  @IsOptional() @IsIn(['-created', 'created', 'name', '-size']) sort?: '-created' | 'created' | 'name' | '-size';
}
export class DiscardFile {
  @IsUUID() fileId!: string;
}

export const linkUses = ['download', 'preview'] as const;
export type LinkUse = (typeof linkUses)[number];

export class IssueDownloadLink {
  @IsUUID() fileId!: string;
  @IsIn(linkUses) use!: LinkUse;
}
export class FileLink {
  /** Path on this platform's address, with the permission signed into it: `/api/files/content/…`. */
  @IsString() url!: string;
  @IsISO8601() expiresAt!: string;
}

/** What a service holds a file for: one of its own things. */
export class ThingOf {
  /** Table name of the thing: `delivery`, `case`. */
  @Matches(/^[a-z][a-z_]{0,39}$/) thing!: string;
  @IsUUID() thingId!: string;
}
/** The calling service takes a file of one uploader for one of its things; from then on the service decides who may read it. */
export class AttachFile extends ThingOf {
  @IsUUID() fileId!: string;
  /** Who asked for it: must be the uploader, unless the service already holds the file. */
  @IsString() @Length(1, 64) uploaderId!: string;
}
export class DetachFile extends ThingOf {
  @IsUUID() fileId!: string;
}
export class ListAttached extends ThingOf {}
/** A link to a file that the calling service holds, after the service has decided that the reader may read it. */
export class IssueLink {
  @IsUUID() fileId!: string;
  @IsIn(linkUses) use!: LinkUse;
  /** The link then works for this person alone, signed in. */
  @IsOptional() @IsString() @Length(1, 64) personId?: string;
}

/** The calling service takes in a file whose bytes come to it piece by piece, and holds it for one of its things from the beginning. */
export class BeginReceiving extends ThingOf {
  @IsString() @Length(1, 255) name!: string;
  /** In bytes. */
  @IsInt() @Min(1) size!: number;
}
export class ReceiveBytes {
  @IsUUID() fileId!: string;
  /** Where the bytes belong. */
  @IsInt() @Min(0) offset!: number;
  /** At most 256 KiB. */
  @IsBase64() @MaxLength(350_000) bytes!: string;
}
export class Receiving {
  @IsUUID() fileId!: string;
  /** The next byte that is wanted; `size` when all have come. */
  @IsInt() offset!: number;
  @IsInt() size!: number;
}
