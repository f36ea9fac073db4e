import { draftsIn } from '@karez/web-ui';

/** Unsent forms of this tab; gone with the tab or with signing out. */
export const drafts = draftsIn(sessionStorage);
