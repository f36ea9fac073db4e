import { Injectable } from '@nestjs/common';
import type { AnswerSurvey, HearingKind, SendOpinion, VoiceTaken } from '@karez/contracts-portal';
import { type Ctx, DomainError, newId } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { CitizenCodes } from '../../letter/citizen-codes.js';
import { readableTexts } from '../../letter/citizen-texts.js';
import { DailyLimit } from '../../letter/daily-limit.js';
import { unlessTaken } from '../../unique.js';
import { Hearing } from '../hearing.entity.js';
import { checkedAnswers } from '../hearing.policy.js';
import { Voice } from '../voice.entity.js';

/** 发表意见, 填写调查: by anybody, while it is open. */
@Injectable()
export class TakeVoiceHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly limit: DailyLimit,
    private readonly codes: CitizenCodes,
  ) {}

  /** @throws DomainError `request.invalid`, `not_found`, `portal.hearing.not_open`, `portal.letter.too_many` */
  async opinion(written: SendOpinion, ctx: Ctx): Promise<VoiceTaken> {
    const { hearingId, text, name, contact } = readableTexts(written, { text: 5, name: 0, contact: 0 });
    return this.unitOfWork.run(ctx, async (tx) => {
      await this.#heard(tx, hearingId, 'consultation');
      const said = { text, name: name ?? null, contact: contact ?? null };
      return keep(tx, { hearingId, sender: null, answers: null, ...said });
    });
  }

  /** @throws DomainError as `opinion`, and `portal.hearing.answer_invalid`, `portal.hearing.voted` */
  survey({ hearingId, answers }: AnswerSurvey, ctx: Ctx): Promise<VoiceTaken> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const { questions } = await this.#heard(tx, hearingId, 'survey');
      const said = {
        answers: checkedAnswers(
          questions,
          answers.map((answer) => readableTexts(answer, { text: 0 })),
        ),
        text: null,
        name: null,
        contact: null,
      };
      return keep(tx, { hearingId, sender: await this.#sender(tx, hearingId), ...said });
    });
  }

  /** Held against closing until the commit, so that what was taken is also counted. */
  async #heard(tx: Tx, id: string, kind: HearingKind): Promise<Hearing> {
    await this.limit.count(tx);
    const hearing = await tx.manager.findOne(Hearing, { where: { id }, lock: { mode: 'pessimistic_read' } });
    if (!hearing || hearing.state === 'draft' || hearing.state === 'discarded') throw new DomainError('not_found', { id });
    hearing.assertTakesVoices(kind, tx.ctx.now);
    return hearing;
  }

  /** Who is signed in is one person; of others the address and the browser have to do. */
  #sender({ manager, ctx }: Tx, hearingId: string): Promise<Buffer> {
    const { actor, address = '', userAgent = '' } = ctx;
    const who = actor.id ? [actor.realm, actor.id] : [address, userAgent];
    return this.codes.seal(manager, 'voice', hearingId, ...who);
  }
}

async function keep(tx: Tx, said: Omit<Voice, 'id' | 'at'>): Promise<VoiceTaken> {
  const voted = (): DomainError => new DomainError('portal.hearing.voted');
  await unlessTaken({ voice_once: voted }, () => tx.manager.insert(Voice, { id: newId(), at: tx.ctx.now, ...said }));
  tx.touch('hearing', said.hearingId);
  return { at: tx.ctx.now.toISOString() };
}
