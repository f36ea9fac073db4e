import { command, defineApi } from '@karez/contracts-kernel';
import { IsObject, IsString, MaxLength } from 'class-validator';
import type { EvidenceSignature, KeyCertificate, SignedStatement } from './evidence.js';

/** Bytes of a file in one post: with base64 and envelope it stays below the 256 KiB that every gateway takes. */
export const nodeChunkBytes = 128 * 1024;

/** 信函: a signed statement on a delivery, on its way to the node of the other side. Kept by its writer until it is answered, sent again as often as needed. */
export interface NodeLetter {
  readonly id: string;
  readonly statement: SignedStatement;
  /** Of the keys that signed the statement and the document. */
  readonly certificates: readonly KeyCertificate[];
  /** With a consignment: the sealed document; its files are asked for by their digests. */
  readonly document?: SignedStatement;
}
/** `taken`: done with, whatever became of it. `wanted`: bytes are missing, from `offset` on. `waiting`: it is being looked at, ask again. `refused`: by `code`. */
export interface NodeAnswer {
  readonly letterId: string;
  readonly outcome: 'taken' | 'wanted' | 'waiting' | 'refused';
  readonly wanted?: NodeWant;
  readonly code?: string;
}
/** A stretch of a file's bytes, named by the SM3 digest of the whole file. */
export interface NodeWant {
  readonly sm3: string;
  readonly offset: number;
}
export interface NodeChunk extends NodeWant {
  /** Base64. */
  readonly bytes: string;
}
/** What one node says to another in one go. */
export interface NodePost {
  readonly v: number;
  readonly from: string;
  readonly to: string;
  /** UTC with milliseconds. */
  readonly at: string;
  readonly letters?: readonly NodeLetter[];
  /** To letters that came with the reply to an earlier post. */
  readonly answers?: readonly NodeAnswer[];
  readonly chunk?: NodeChunk;
  /** Bytes of a file whose letter came with a reply. */
  readonly want?: NodeWant;
  /** How many letters may come with the reply. */
  readonly fetch?: number;
  /** Keys of its bodies that are revoked. */
  readonly revoked?: readonly { readonly keyId: string; readonly revokedAt: string }[];
}
export interface NodeReply {
  readonly v: number;
  readonly from: string;
  readonly to: string;
  readonly at: string;
  /** SM3 of the post's body that it replies to, so that no reply stands for another. */
  readonly re: string;
  readonly answers?: readonly NodeAnswer[];
  readonly letters?: readonly NodeLetter[];
  readonly chunk?: NodeChunk;
  /** What is still missing of the file that a chunk was of; absent when it is whole. */
  readonly wanted?: NodeWant;
  readonly revoked?: NodePost['revoked'];
}
/** A post or a reply as canonical JSON (RFC 8785) under the signature of the node's root key. */
export class NodeEnvelope {
  @IsString() @MaxLength(250_000) body!: string;
  @IsObject() signature!: EvidenceSignature;
}
export const nodePostApi = defineApi('exchange', {
  /** Open to anyone, because the envelope's signature says who it is: only nodes that were joined are listened to. */
  takeNodePost: command({
    ...{ version: 1, http: 'POST /exchange/node-post', needs: 'anyone', deadlineMs: 20_000 },
    ...{ request: NodeEnvelope, response: NodeEnvelope, summary: '节点之间的信函' },
  }),
});
