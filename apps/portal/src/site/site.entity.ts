import { SiteChanged, type SiteState, type SiteTexts, type SiteTheme, siteFlow } from '@karez/contracts-portal';
import { DomainError, newId, StatefulAggregate } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { siteTag } from '../tags.js';
import { assertReadable } from './contrast.policy.js';

/** 站点: the department's, or that of one unit, kept by its own people in its own style. */
@Entity('site')
export class Site extends StatefulAggregate<Site, SiteState> {
  protected readonly flow = siteFlow;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly state: SiteState = siteFlow.initial;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;
  @Column('varchar') readonly code!: string;
  @Column('uuid') readonly orgId!: string;
  @Column('uuid', { nullable: true }) readonly parentId!: string | null;
  @Column('text') readonly name!: string;
  @Column('text', { nullable: true }) readonly nameEn!: string | null;
  @Column('text', { nullable: true }) readonly nameUg!: string | null;
  @Column('text', { nullable: true }) readonly description!: string | null;
  @Column('text') readonly domain!: string;
  @Column('char') readonly idCode!: string;
  @Column('text', { nullable: true }) readonly foot!: string | null;
  @Column('jsonb') readonly theme!: SiteTheme;

  /** @throws DomainError `portal.site.contrast` */
  static found(code: string, orgId: string, parentId: string | null, texts: SiteTexts, theme: SiteTheme): Site {
    assertReadable(theme);
    const site = new Site();
    site.change({ id: newId(), code, orgId, parentId, theme: themeOf(theme), ...textsOf(texts) });
    site.#changed();
    return site;
  }

  /** @throws DomainError `state.version_changed` */
  rename(texts: SiteTexts, version: number): void {
    this.#assertVersion(version);
    this.change(textsOf(texts));
    this.#changed();
  }

  /** @throws DomainError `state.version_changed`, `portal.site.contrast` */
  dress(theme: SiteTheme, version: number): void {
    this.#assertVersion(version);
    assertReadable(theme);
    this.change({ theme: themeOf(theme) });
    this.#changed();
  }

  setState(state: SiteState): void {
    this.moveTo(state);
    this.#changed();
  }

  #assertVersion(version: number): void {
    if (version !== this.version) throw new DomainError('state.version_changed');
  }
  #changed(): void {
    this.record(new SiteChanged(this.id, this.code, [siteTag(this.id)]), { orgIds: [this.orgId] });
  }
}

const textsOf = ({ name, nameEn, nameUg, description, domain, idCode, foot }: SiteTexts) => ({
  ...{ name, domain, idCode, nameEn: nameEn ?? null, nameUg: nameUg ?? null, description: description ?? null, foot: foot ?? null },
});
const themeOf = ({ colours, header, home, list, corners }: SiteTheme): SiteTheme => ({ colours, header, home, list, corners });
