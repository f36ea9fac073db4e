/** The platform libs, lowest first: each may use those before it, never those after it (architecture.md §6). */
export const PLATFORM_ORDER = ['crypto', 'auth', 'persistence', 'messaging', 'service', 'testing'];
