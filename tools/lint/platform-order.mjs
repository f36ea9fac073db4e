/** The platform libs, lowest first: each may use those before it, never those after it (architecture.md §6). The test kit stands below all. */
export const PLATFORM_ORDER = ['testing', 'search', 'crypto', 'auth', 'persistence', 'messaging', 'workflow', 'service'];
