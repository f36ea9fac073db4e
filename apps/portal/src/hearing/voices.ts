import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Page } from '@karez/contracts-kernel';
import type { ListVoices, QuestionAnswer, QuestionResult, VoiceRow } from '@karez/contracts-portal';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import type { Count, Hearing } from './hearing.entity.js';
import { Voice } from './voice.entity.js';

const orders: Readonly<Record<string, Order>> = {
  '-at': { by: [{ sql: 'voice.at', cast: 'timestamptz' }, { sql: 'voice.id', cast: 'uuid' }], direction: 'desc' }, // prettier-ignore
};

/** 收到的意见和答卷. */
@Injectable()
export class Voices {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Of a hearing that the caller was found to reach. */
  page(request: ListVoices): Promise<Page<VoiceRow>> {
    const query = this.source.createQueryBuilder(Voice, 'voice').select([]).where('voice.hearing_id = :id', { id: request.hearingId });
    ['id', 'at', 'name', 'contact', 'text', 'answers'].forEach((column) => query.addSelect(`voice.${column}`, column));
    return keysetPage(query, request, { orders, view: voiceRow });
  }

  async count(manager: EntityManager, { id, questions }: Hearing): Promise<Count> {
    const [{ voices }] = await manager.query<[{ voices: number }]>('select count(*)::int as voices from voice where hearing_id = $1', [id]);
    const answers = await manager.query<{ question: number; answers: number }[]>(
      `select (answer ->> 'question')::int as question, count(*)::int as answers
       from voice, jsonb_array_elements(voice.answers) answer where hearing_id = $1 group by 1`,
      [id],
    );
    const chosen = await manager.query<{ question: number; option: number; count: number }[]>(
      `select (answer ->> 'question')::int as question, option::int as option, count(*)::int as count
       from voice, jsonb_array_elements(voice.answers) answer, jsonb_array_elements_text(answer -> 'options') option
       where hearing_id = $1 group by 1, 2`,
      [id],
    );
    const results = questions.map((question, index): QuestionResult => {
      const of = (option: number) => chosen.find((each) => each.question === index && each.option === option)?.count ?? 0;
      const counts = question.kind === 'text' ? [] : (question.options ?? []).map((option, number) => ({ option, count: of(number) }));
      return { text: question.text, answers: answers.find((each) => each.question === index)?.answers ?? 0, counts };
    });
    return { voices, results };
  }
}

const voiceRow = (raw: Record<string, unknown>): VoiceRow => ({
  ...{ id: raw.id as string, at: (raw.at as Date).toISOString() },
  ...(raw.name ? { name: raw.name as string } : {}),
  ...(raw.contact ? { contact: raw.contact as string } : {}),
  ...(raw.text ? { text: raw.text as string } : {}),
  ...(raw.answers ? { answers: raw.answers as QuestionAnswer[] } : {}),
});
