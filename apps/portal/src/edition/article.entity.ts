import type { ContentOrigin } from '@karez/contracts-portal';
import { Aggregate, chinaDay, DomainError, newId } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

export interface Origin {
  readonly origin: ContentOrigin;
  /** What makes a second arrival of the same thing known: `exchange/<document>`. */
  readonly key: string | null;
}

/** 文章 over all its languages and editions: one address in one site. */
@Entity('article')
export class Article extends Aggregate<Article> {
  @PrimaryColumn('uuid') readonly id!: string;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;
  @Column('uuid') readonly siteId!: string;
  @Column('varchar') readonly slug!: string;
  @Column('uuid') readonly orgId!: string;
  @Column('varchar') readonly origin!: ContentOrigin;
  @Column('text', { nullable: true }) readonly originKey!: string | null;
  @Column('text', { nullable: true }) readonly indexNumber: string | null = null;
  @Column('timestamptz') readonly createdAt!: Date;

  /** @throws DomainError `portal.article.slug_invalid` */
  static begin(siteId: string, orgId: string, slug: string | undefined, { origin, key }: Origin, now: Date): Article {
    const id = newId();
    const address = slug ?? `${chinaDay(now).replaceAll('-', '')}-${id.slice(-8)}`;
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(address) || address.length > 80)
      throw new DomainError('portal.article.slug_invalid', { slug: address });
    const article = new Article();
    article.change({ id, siteId, orgId, slug: address, origin, originKey: key, createdAt: now });
    return article;
  }

  /** 索引号, given once. */
  index(number: string): void {
    if (!this.indexNumber) this.change({ indexNumber: number });
  }
}
