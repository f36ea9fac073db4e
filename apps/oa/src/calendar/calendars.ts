import { Injectable } from '@nestjs/common';
import { WorkingCalendar, xinjiangOfficeHours, xinjiangYears } from '@karez/kernel';
import type { EntityManager } from 'typeorm';

/** The working calendar that the office's terms are counted with. */
@Injectable()
export class Calendars {
  readonly #brought = new WorkingCalendar(xinjiangYears, xinjiangOfficeHours);

  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- what was entered is read in the caller's transaction
  async workingCalendar(manager: EntityManager): Promise<WorkingCalendar> {
    return Promise.resolve(this.#brought);
  }
}
