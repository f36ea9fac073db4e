import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { VerifiedDocument, VerifyDocument } from '@karez/contracts-approval';
import { type Ctx, DomainError } from '@karez/kernel';
import type { Watch } from '@karez/messaging';
import { DataSource } from 'typeorm';
import { masked } from '../case/masked.js';
import { documentPurpose, type DocumentRow, paperPurpose, paperStatementOf, statementOf, titleOf } from '../document/document-row.js';
import { Documents } from '../document/documents.js';
import { sealMark } from '../document/seal-mark.js';
import { Seal } from '../document/seal.js';
import { Licence } from '../licence/licence.entity.js';
import { licenceStateAt } from '../licence/term.js';
import { WrongCodes } from './wrong-codes.js';

/** Wrong codes that are taken of one address within the time; a code has sixty bits. */
const most = 30;

/** What anybody may see who holds a paper: that it is genuine, of whom it is, and how it stands. */
@Injectable()
export class Verification {
  readonly #told = new Set<string>();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly documents: Documents,
    private readonly seal: Seal,
    private readonly wrong: WrongCodes,
    @Inject('Watch') private readonly watch: Watch,
  ) {}

  /** @throws DomainError `approval.verify.not_found`, `approval.verify.tampered`, `approval.progress.too_many` */
  async verify({ code, s }: VerifyDocument, ctx: Ctx): Promise<VerifiedDocument> {
    const limits = ctx.address ? { [`verify:${ctx.address}`]: most } : {};
    await this.wrong.assertFew(limits, ctx.now);
    const document = await this.documents.find(this.source.manager, { verifyCode: code });
    if (!document || (s && s !== sealMark(document))) {
      await this.wrong.count(limits, ctx.now);
      throw new DomainError('approval.verify.not_found');
    }
    if (!(await this.#stands(document, ctx.now))) {
      this.#alarm(document.id);
      throw new DomainError('approval.verify.tampered');
    }
    return { ...view(document), ...(document.kind === 'licence' && (await this.#licence(document, ctx.now))) };
  }

  async #stands(document: DocumentRow, seenAt: Date): Promise<boolean> {
    const { manager } = this.source;
    const { digest, paperSeal, seal } = document;
    if (!(await this.seal.stands(manager, statementOf(document), seal, { purpose: documentPurpose, seenAt }))) return false;
    if (digest === null && paperSeal === null) return true;
    if (digest === null || paperSeal === null) return false;
    return this.seal.stands(manager, paperStatementOf(document, digest), paperSeal, { purpose: paperPurpose, seenAt });
  }

  /** The term is what was sealed; the revocation is the register's. */
  async #licence({ id, facts }: DocumentRow, now: Date): Promise<Partial<VerifiedDocument>> {
    const licence = await this.source.manager.findOneBy(Licence, { documentId: id });
    const { validFrom, validUntil } = facts;
    if (!licence || !validFrom || !validUntil) return {};
    const state = licenceStateAt({ revokedAt: licence.revokedAt, validUntil }, now);
    return { state, validFrom, validUntil, ...(licence.revokedReason && { revokedReason: licence.revokedReason }) };
  }

  /** Somebody has to look, once: not each time that a paper is shown. */
  #alarm(id: string): void {
    if (this.#told.has(id)) return;
    this.#told.add(id);
    this.watch.needsPerson('an issued document differs from its seal', { id });
  }
}

function view(document: DocumentRow): VerifiedDocument {
  const { number, issuedAt, facts, digest, seal } = document;
  return {
    ...{ title: titleOf(document), number, authority: facts.authority, issuedAt: issuedAt.toISOString(), itemName: facts.itemName },
    holderName: facts.applicantKind === 'person' ? masked(facts.applicantName) : facts.applicantName,
    ...(digest && { digest }),
    ...{ sealKeyId: seal.keyId, sealedAt: seal.signedAt },
  };
}
