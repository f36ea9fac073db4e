import { command, defineApi, pageOf, query } from '@karez/contracts-kernel';
import * as todo from './todo-list.js';

const read = { version: 1, needs: 'oa.todo.read' } as const;

export const todoApi = defineApi('oa', {
  listTodos: query({ ...read, http: 'GET /oa/todo', request: todo.ListTodos, response: pageOf(todo.TodoRow), summary: '待办' }),
  countTodos: query({
    ...{ ...read, http: 'GET /oa/todo-counts', request: todo.CountTodos },
    ...{ response: todo.TodoCounts, summary: '待办数量' },
  }),
  listDone: query({ ...read, http: 'GET /oa/done', request: todo.ListDone, response: pageOf(todo.DoneRow), summary: '已办' }),
  listSentTodos: query({
    ...{ ...read, http: 'GET /oa/todo-sent', request: todo.ListSentTodos },
    ...{ response: pageOf(todo.SentTodoRow), summary: '我交办的' },
  }),
  urgeTodo: command({
    ...{ ...read, http: 'POST /oa/todo/:todoId/urge', request: todo.UrgeTodo },
    ...{ response: todo.TodoUrged, summary: '催办' },
  }),
});
