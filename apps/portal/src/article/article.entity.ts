import { ArticleClosed, articleFlow, ArticleRegistered, type ArticleState } from '@karez/contracts-portal';
import { newId, StatefulAggregate } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** 文章: what it is, and whether it is still open. */
@Entity('article')
export class Article extends StatefulAggregate<Article, ArticleState> {
  protected readonly flow = articleFlow;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly state: ArticleState = articleFlow.initial;
  @Column('text') readonly name!: string;
  @Column('uuid') readonly orgId!: string;
  @Column('timestamptz') readonly registeredAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly closedAt: Date | null = null;
  @Column('text', { nullable: true }) readonly closedReason: string | null = null;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;

  static register(name: string, orgId: string, now: Date): Article {
    const article = new Article();
    article.change({ id: newId(), name, orgId, registeredAt: now });
    article.record(new ArticleRegistered(article.id, orgId), { orgIds: [orgId] });
    return article;
  }

  /** @throws DomainError `state.move_refused` when it is closed already */
  close(reason: string, now: Date): void {
    this.moveTo('closed', { closedReason: reason, closedAt: now });
    this.record(new ArticleClosed(this.id, this.orgId), { orgIds: [this.orgId] });
  }
}
