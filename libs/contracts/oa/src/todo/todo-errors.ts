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

export const handoverErrors = {
  'oa.handover.nothing': { status: 409, zh: '{name}没有可以移交的在办事项。', en: '{name} has nothing to hand over.' },
  'oa.handover.to_self': { status: 422, zh: '不能移交给本人。', en: 'Work cannot be handed to the same person.' },
  'oa.handover.kind_twice': { status: 422, zh: '{kind}分给了两个人，请只选一人。', en: '{kind} is given to two people.' },
  'oa.handover.left_over': { status: 422, zh: '还有{kinds}没有人接，请补上。', en: 'Nobody takes {kinds}.' },
  'oa.todo.period': { status: 422, zh: '统计时段应为先后两日，最长 366 天。', en: 'A period is two days in order, at most 366 apart.' },
} as const;
