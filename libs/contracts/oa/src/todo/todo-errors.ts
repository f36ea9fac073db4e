export const todoErrors = {
  'oa.todo.not_urgeable': {
    status: 409,
    zh: '这件待办已经办结或撤销，不需要再催。',
    en: 'That to-do has ended already.',
  },
  'oa.todo.urged_elsewhere': {
    status: 409,
    zh: '这件事在{service}里办理，请到那里催办。',
    en: 'That is handled in {service}; urge it there.',
  },
} as const;
