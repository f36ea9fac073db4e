import { Injectable } from '@nestjs/common';
import type { DraftOutgoing, OutgoingOf, SaveText } from '@karez/contracts-oa';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { People } from '../../people/people.js';
import { DocumentDesk } from '../document-desk.js';
import { DocumentSteps } from '../document-steps.js';
import { DocumentTexts } from '../document-texts.js';
import { assertPhase, isBranch } from '../document.policy.js';
import { OutgoingDocument } from '../outgoing-document.entity.js';
import { writtenText } from '../written-text.js';

type Drafted = { readonly documentId: string };

/** 拟稿、保存、打开. */
@Injectable()
export class DraftOutgoingHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: DocumentDesk,
    private readonly steps: DocumentSteps,
    private readonly texts: DocumentTexts,
    private readonly people: People,
  ) {}

  /** @throws DomainError `oa.document.body_invalid`, `auth.out_of_scope`, `oa.person.not_there` */
  draft({ text }: DraftOutgoing, ctx: Ctx): Promise<Drafted> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const { actor, now } = ctx;
      if (!actor.orgId || !(await tx.reaches('oa.document.draft', actor.orgId))) throw new DomainError('auth.out_of_scope');
      const drafter = await this.people.at(tx.manager, actor.id, actor.orgId);
      const written = writtenText(text);
      const document = OutgoingDocument.draft(written, actor, actor.orgId, now);
      await tx.save(document);
      await this.texts.put(tx, document, written);
      await this.steps.ask(tx, document, 'drafting', drafter);
      return { documentId: document.id };
    });
  }

  /**
   * The same person in the same phase goes on writing the own version; anybody else begins a new one.
   * @throws DomainError `oa.document.text_changed` with who saved meanwhile, `oa.document.not_your_turn`
   */
  save({ documentId, text, textVersion, digest }: SaveText, ctx: Ctx): Promise<Drafted> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const document = await this.desk.load(tx, documentId);
      const turn = await this.steps.mine(tx, document);
      assertPhase(isBranch(turn) ? 'void' : document.state, ['drafting', 'reviewing', 'countersigning', 'vetting', 'signing']);
      if (document.textVersion !== textVersion || document.digest !== digest) {
        const last = (await this.texts.rows(tx.manager, documentId)).at(-1)!;
        throw new DomainError('oa.document.text_changed', { who: last.authorName, at: last.at }, { textVersion: document.textVersion });
      }
      const written = writtenText(text);
      if (written.digest === document.digest) return { documentId };
      document.write(written, await this.texts.numberFor(tx, document));
      await tx.save(document);
      await this.texts.put(tx, document, written);
      return { documentId };
    });
  }

  /** The handler has looked: from here on it cannot be taken back. */
  open({ documentId }: OutgoingOf, ctx: Ctx): Promise<Drafted> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const document = await this.desk.load(tx, documentId);
      if (await this.steps.seen(tx, documentId)) tx.touch('outgoing_document', document.id);
      return { documentId };
    });
  }
}
