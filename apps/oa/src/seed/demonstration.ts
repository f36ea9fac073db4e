import { Injectable } from '@nestjs/common';
import type { Stage } from './stage.js';

/** What one part of the office tells of the working month, through its own commands. */
export interface Story {
  readonly name: string;
  /** Stories with a lower number come first: a meeting's resolution needs the meeting. */
  readonly order: number;
  tell(stage: Stage): Promise<void>;
}

/** The stories of all parts: each part puts its own here when the service starts. */
@Injectable()
export class Demonstration {
  readonly #stories: Story[] = [];

  add(story: Story): void {
    this.#stories.push(story);
  }
  get stories(): readonly Story[] {
    return [...this.#stories].sort((one, other) => one.order - other.order);
  }
}
