import { Injectable } from '@nestjs/common';
import type { CreatePreview, PreviewLink } from '@karez/contracts-portal';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { EditionDesk } from '../edition-desk.js';
import { PreviewTokens } from '../preview-tokens.js';

/** 生成预览链接. The link is a secret: it is not kept for a repeated command. */
@Injectable()
export class CreatePreviewHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: EditionDesk,
    private readonly tokens: PreviewTokens,
  ) {}

  execute({ editionId, hours = 24 }: CreatePreview, ctx: Ctx): Promise<PreviewLink> {
    return this.unitOfWork.run(
      ctx,
      async (tx) => {
        const edition = await this.desk.load(tx, editionId, 'preview');
        tx.touch('edition', edition.id);
        const expiresAt = new Date(ctx.now.getTime() + hours * 3_600_000);
        return { token: await this.tokens.sign({ editionId, madeBy: ctx.actor.name, expiresAt }), expiresAt: expiresAt.toISOString() };
      },
      { keep: false },
    );
  }
}
