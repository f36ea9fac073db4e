/** What kind of work a to-do is, over all services: the tabs of the to-do centre. */
export const todoKinds = [
  'outgoing',
  'incoming',
  'circulation',
  'delivery',
  'approval',
  'meeting',
  'supervision',
  'request',
  'notice',
  'archive',
  'letter',
  'edition',
] as const;
export type TodoKind = (typeof todoKinds)[number];
