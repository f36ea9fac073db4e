import type { JSX } from 'react';
import type { Body, Directory } from '../../directory/directory.js';
import type { PageContext } from '../../pages/page.js';
import { BodyLink } from '../body-name.js';

/** The department's own offices, and the units directly below it beside them. */
export function DepartmentBodies({ page, directory }: { page: PageContext; directory: Directory }): JSX.Element | null {
  const { offices, units } = directory;
  if (offices.length + units.length === 0) return null;
  return (
    <section className="section tint">
      <div className="wrap">
        <div className="head">
          <h2>{page.t('home.department')}</h2>
        </div>
        <div className={offices.length > 0 && units.length > 0 ? 'cols' : undefined}>
          <BodyGroup page={page} title={page.t('directory.offices')} bodies={offices} columns />
          <BodyGroup page={page} title={page.t('directory.units')} bodies={units} />
        </div>
      </div>
    </section>
  );
}

interface BodyGroupProps {
  readonly page: PageContext;
  readonly title: string;
  readonly bodies: readonly Body[];
  /** In several columns, where there is room for them. */
  readonly columns?: boolean;
}

/** Bodies under their heading; a group without members is not shown. */
export function BodyGroup({ page, title, bodies, columns = false }: BodyGroupProps): JSX.Element | null {
  if (bodies.length === 0) return null;
  return (
    <section className="body-group">
      <h3>{title}</h3>
      <ul className={columns ? 'units quiet' : 'quiet'}>
        {bodies.map((body) => (
          <li key={body.id}>
            <BodyLink page={page} body={body} short />
          </li>
        ))}
      </ul>
    </section>
  );
}
