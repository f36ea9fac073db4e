/** To-dos of a subject were opened, ended or urged: a hint to look again, once for an act however many it concerns. */
export class TodoChanged {
  static readonly subject = 'evt.oa.todo-changed.v1';
  static readonly aggregate = 'todo';
  constructor(readonly subjectId: string) {}
}
