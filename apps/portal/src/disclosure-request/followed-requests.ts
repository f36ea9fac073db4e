import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DisclosureProgress, FollowByCode } from '@karez/contracts-portal';
import { DomainError } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { CitizenCodes } from '../letter/citizen-codes.js';
import { DisclosureRequest } from './disclosure-request.entity.js';
import { requestProgress } from './disclosure-request.view.js';

/** A request as its applicant finds it by the two codes. */
@Injectable()
export class FollowedRequests {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly codes: CitizenCodes,
  ) {}

  /** @throws DomainError `portal.letter.code_wrong`, whichever of the two is wrong */
  async find(given: FollowByCode): Promise<DisclosureRequest> {
    const { manager } = this.source;
    const request = await manager.findOneBy(DisclosureRequest, { receipt: given.receipt });
    if (!request || !(await this.codes.matches(manager, given, request.checkHash))) throw new DomainError('portal.letter.code_wrong');
    return request;
  }

  async progress(given: FollowByCode): Promise<DisclosureProgress> {
    return requestProgress(await this.find(given));
  }
}
