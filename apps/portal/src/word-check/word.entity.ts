import type { PutWord, WordList } from '@karez/contracts-portal';
import { Aggregate, newId } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** One entry of a list that the word check looks for. */
@Entity('word')
export class Word extends Aggregate<Word> {
  @PrimaryColumn('uuid') readonly id!: string;
  @VersionColumn() readonly version!: number;
  @Column('varchar') readonly list!: WordList;
  @Column('text') readonly word!: string;
  @Column('text', { nullable: true }) readonly suggestion!: string | null;
  @Column('text', { nullable: true }) readonly note!: string | null;
  /** Nobody listens for a word. */
  readonly eventSequence = 0;

  static enter(entry: PutWord): Word {
    const word = new Word();
    word.change({ id: newId(), list: entry.list, word: entry.word });
    word.explain(entry);
    return word;
  }

  explain({ suggestion, note }: PutWord): void {
    this.change({ suggestion: suggestion ?? null, note: note ?? null });
  }
}
