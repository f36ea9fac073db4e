export const SitesPage = () => null;
