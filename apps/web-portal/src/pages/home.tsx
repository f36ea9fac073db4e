import type { JSX } from 'react';
import { BigTasks } from '../components/home/big-tasks.js';
import { BureauList, BureauNames } from '../components/home/bureau-list.js';
import { DepartmentBodies } from '../components/home/department-bodies.js';
import { Hero } from '../components/home/hero.js';
import { DirectoryMissing } from '../components/directory-missing.js';
import type { PageContext, PageDefinition } from './page.js';

/** What stands on the home page while nobody answers and nothing is known: the directory, and the way to it. */
export const homePage: PageDefinition = {
  path: '/',
  name: 'nav.home',
  tags: ['directory'],
  view: (page) => ({
    title: page.t('nav.home'),
    description: page.t('site.description'),
    navigation: '/',
    main: page.mode === 'elder' ? <ElderHome page={page} /> : <Home page={page} />,
  }),
};

function Home({ page }: { page: PageContext }): JSX.Element {
  const { directory } = page;
  return (
    <>
      <Hero page={page} />
      {directory ? <BureauList page={page} directory={directory} /> : <DirectoryMissing page={page} level="h2" />}
      {directory && <DepartmentBodies page={page} directory={directory} />}
    </>
  );
}

/** Less on the page, not only larger: the tasks first, then the bureaus. */
function ElderHome({ page }: { page: PageContext }): JSX.Element {
  const { directory } = page;
  return (
    <>
      <Hero page={page} />
      <BigTasks page={page} />
      {directory ? <BureauNames page={page} directory={directory} /> : <DirectoryMissing page={page} level="h2" />}
    </>
  );
}
