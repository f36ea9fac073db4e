import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** A card beside the work, for posts that hold a permission. Each part of the office adds its own: 今天, 通知公告. */
export interface AsideCard {
  readonly key: string;
  readonly needs: string;
  readonly Card: LazyExoticComponent<ComponentType>;
}
export const asideCards: readonly AsideCard[] = [
  {
    ...{ key: 'in-transit', needs: 'exchange.dispatch.read' },
    Card: lazy(() => import('./in-transit-card.js').then((m) => ({ default: m.InTransitCard }))),
  },
];
