import { defineApi, query } from '@karez/contracts-kernel';
import { IsArray, IsIn, IsISO8601, IsObject, IsString, IsUUID } from 'class-validator';
import type { StatementKind } from './delivery-moves.js';
import { GetDelivery } from './delivery.js';

/** A signature as libs/crypto makes it (`DetachedSignature`): SM2 over the canonical JSON of everything here but `signature`. */
export interface EvidenceSignature {
  readonly v: 1;
  readonly alg: 'SM2-SM3';
  readonly purpose: string;
  readonly signer: string;
  readonly keyId: string;
  readonly signedAt: string;
  readonly digest: string;
  readonly signature: string;
}
/** One signed word of a body on one delivery. `body` is the canonical JSON (RFC 8785) that was signed, as text. */
export interface SignedStatement {
  readonly body: string;
  readonly signature: EvidenceSignature;
}
/** What `body` of a statement says. */
export interface StatementBody {
  readonly v: 1;
  readonly kind: StatementKind;
  readonly deliveryId: string;
  readonly dispatchId: string;
  /** SM3 of the canonical document, hexadecimal. */
  readonly documentDigest: string;
  readonly senderId: string;
  readonly recipientId: string;
  /** UTC with milliseconds. */
  readonly at: string;
  /** Who acted, for acts of people: the name, the unit and the post the person acted in. */
  readonly by?: { readonly id: string; readonly name: string; readonly orgId: string };
  readonly reason?: { readonly code?: string; readonly text: string };
  /** Role, deadline, quota, copies printed … as the kind has it. */
  readonly details?: Readonly<Record<string, string | number | boolean>>;
  /** Number of the holder's decision on this delivery, 1, 2 …: a later receipt is known by it. */
  readonly epoch?: number;
}
/** A body's public key, vouched for by the signature of the node's root key over `body`. */
export interface KeyCertificate {
  /** Canonical JSON of `{v, keyId, owner, ownerName, use, publicKey, validFrom, validUntil}`; the key as uncompressed point in hexadecimal (130 digits). */
  readonly body: string;
  readonly signature: EvidenceSignature;
}

/** Everything that proves what happened to one delivery, checked without any server. The file is canonical JSON, so that every byte counts. */
export class EvidenceFile {
  @IsIn(['karez-evidence/1']) format!: 'karez-evidence/1';
  @IsUUID() deliveryId!: string;
  @IsISO8601() exportedAt!: string;
  /** Canonical JSON of the sealed document, and the sender's signature over it. */
  @IsObject() document!: SignedStatement;
  /** In the order in which they were made. */
  @IsArray() @IsObject({ each: true }) statements!: SignedStatement[];
  /** The timeline of the exporting side: canonical JSON of each event, with the hash of the one before in it. */
  @IsArray() @IsString({ each: true }) events!: string[];
  @IsArray() @IsObject({ each: true }) certificates!: KeyCertificate[];
  /** Root keys, by which certificates stand: `{owner, keyId, publicKey}`; a verifier compares their fingerprint (SM3) with one it has from elsewhere. */
  @IsArray() @IsObject({ each: true }) roots!: { owner: string; keyId: string; publicKey: string; validFrom: string }[];
  /** Revocations known at the export: `{keyId, revokedAt}`. */
  @IsArray() @IsObject({ each: true }) revocations!: { keyId: string; revokedAt: string }[];
  /** The node's signature over the canonical JSON of everything above. */
  @IsObject() seal!: EvidenceSignature;
}
export const evidenceApi = defineApi('exchange', {
  getEvidence: query({
    ...{ version: 1, http: 'GET /exchange/deliveries/:deliveryId/evidence', needs: 'signed-in', deadlineMs: 10_000 },
    ...{ request: GetDelivery, response: EvidenceFile, summary: '证据文件' },
  }),
});
