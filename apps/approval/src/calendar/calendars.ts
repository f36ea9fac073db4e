import { Injectable } from '@nestjs/common';
import { WorkingCalendar, xinjiangOfficeHours, xinjiangYears } from '@karez/kernel';
import type { EntityManager } from 'typeorm';

const brought = new WorkingCalendar(xinjiangYears, xinjiangOfficeHours);

/** The working calendar of the office. */
@Injectable()
export class Calendars {
  workingCalendar(_manager: EntityManager): Promise<WorkingCalendar> {
    return Promise.resolve(brought);
  }
}
