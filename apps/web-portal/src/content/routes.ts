import { articleRoute } from '../pages/article.js';
import { catalogueRoute, openGovernmentRoute } from '../pages/catalogue.js';
import { columnRoute } from '../pages/column.js';
import { hearingsRoute } from '../pages/hearings.js';
import { interactionRoute, lettersRoute } from '../pages/interaction.js';
import { portalHomeRoute, unitHomeRoute } from '../pages/portal-home.js';
import { guideRoute, servicesRoute } from '../pages/services.js';
import type { ContentRoute } from './content-route.js';

/** Every page that is made from what the platform says. Forms have addresses of their own (http/form-routes.ts). */
export const contentRoutes = (site: string): readonly ContentRoute[] => [
  portalHomeRoute(site),
  openGovernmentRoute(site),
  catalogueRoute(site),
  servicesRoute,
  guideRoute,
  interactionRoute(site),
  lettersRoute(site),
  hearingsRoute(site),
  columnRoute(site, ''),
  articleRoute(site, ''),
  unitHomeRoute(site),
  columnRoute(site, '/units/:site'),
  articleRoute(site, '/units/:site'),
];
