import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Site } from '../../site/site.entity.js';
import { orgIdOf } from '../gardener.js';
import { DisclosureDesk } from './disclosure-desk.js';
import { madeRequests } from './disclosure-requests.js';
import { Doors } from './doors.js';
import { Hall } from './hall.js';
import { hearings } from './hearings.js';
import { letters } from './letters.js';
import { Post } from './post.js';

/** Plays what citizens send in, the oldest first, on the department's site. */
@Injectable()
export class Players {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly doors: Doors,
  ) {}

  async play(now: Date): Promise<void> {
    const unit = (name: string) => orgIdOf(this.source.manager, name);
    const { id: siteId } = await this.source.manager.findOneByOrFail(Site, { code: 'slt' });
    const post = new Post(this.doors.letters(), unit);
    for (const letter of [...letters].sort((one, other) => other.daysAgo - one.daysAgo)) await post.play(letter, now);
    const hall = new Hall(this.doors.hearings(), unit);
    for (const held of hearings) await hall.play(held, siteId, now);
    const desk = new DisclosureDesk(this.doors.requests());
    for (const made of [...madeRequests].sort((one, other) => other.daysAgo - one.daysAgo)) await desk.play(made, now);
  }
}
