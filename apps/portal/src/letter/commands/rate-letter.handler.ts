import { Injectable } from '@nestjs/common';
import type { LetterProgress, RateLetter } from '@karez/contracts-portal';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { FollowedLetters } from '../followed-letters.js';
import { noteStep } from '../letter-steps.js';
import { Letter } from '../letter.entity.js';

/** 评价答复, once. */
@Injectable()
export class RateLetterHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly followed: FollowedLetters,
  ) {}

  /** @throws DomainError `portal.letter.code_wrong`, `portal.letter.not_answered`, `portal.letter.rated` */
  async execute(request: RateLetter, ctx: Ctx): Promise<LetterProgress> {
    const { id } = await this.followed.find(request);
    await this.unitOfWork.run(ctx, async (tx) => {
      const letter = await tx.load(Letter, id);
      letter.rate(request.satisfaction);
      await tx.save(letter);
      await noteStep(tx, letter, 'rated');
      return {};
    });
    return this.followed.progress(request);
  }
}
