import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FollowByCode, LetterProgress } from '@karez/contracts-portal';
import { DomainError } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { CitizenCodes } from './citizen-codes.js';
import { stepsOf } from './letter-steps.js';
import { Letter } from './letter.entity.js';
import { letterProgress } from './letter.view.js';

/** A letter as its writer finds it by the two codes. */
@Injectable()
export class FollowedLetters {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly codes: CitizenCodes,
  ) {}

  /** @throws DomainError `portal.letter.code_wrong`, whichever of the two is wrong */
  async find(given: FollowByCode): Promise<Letter> {
    const { manager } = this.source;
    const letter = await manager.findOneBy(Letter, { receipt: given.receipt });
    if (!letter || !(await this.codes.matches(manager, given, letter.checkHash))) throw new DomainError('portal.letter.code_wrong');
    return letter;
  }

  async progress(given: FollowByCode): Promise<LetterProgress> {
    const letter = await this.find(given);
    const { manager } = this.source;
    const [org] = await manager.query<{ name: string }[]>('select name from org_copy where id = $1', [letter.orgId]);
    return letterProgress(letter, { orgName: org?.name ?? '', steps: await stepsOf(manager, letter.id, 'writer') });
  }
}
