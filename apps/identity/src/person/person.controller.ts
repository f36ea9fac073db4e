import { Controller } from '@nestjs/common';
import {
  type AssignPost,
  type CreatePerson,
  type EndPost,
  type GetPerson,
  type ListPeople,
  personApi,
  type PersonCreated,
  type PersonRow,
  type PersonView,
  type UpdatePerson,
} from '@karez/contracts-identity';
import type { Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { DataSource } from 'typeorm';
import { AssignPostHandler } from './commands/assign-post.handler.js';
import { CreatePersonHandler } from './commands/create-person.handler.js';
import { EndPostHandler } from './commands/end-post.handler.js';
import { UpdatePersonHandler } from './commands/update-person.handler.js';
import type { AccountOperation } from './person-account.controller.js';
import { listPeople } from './person.lists.js';
import { assertSeesPerson, personView } from './person.view.js';

/** People and their posts; their accounts are `PersonAccountController`'s. */
@Controller()
export class PersonController implements Handlers<typeof personApi, Exclude<keyof typeof personApi, AccountOperation>> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly createHandler: CreatePersonHandler,
    private readonly updateHandler: UpdatePersonHandler,
    private readonly assignPostHandler: AssignPostHandler,
    private readonly endPostHandler: EndPostHandler,
  ) {}

  @Handles(personApi.listPeople)
  listPeople(request: ListPeople, ctx: Ctx): Promise<Page<PersonRow>> {
    return listPeople(this.dataSource, request, ctx.actor);
  }

  @Handles(personApi.getPerson)
  async getPerson({ personId }: GetPerson, ctx: Ctx): Promise<PersonView> {
    await assertSeesPerson(this.dataSource.manager, ctx.actor, personId);
    return personView(this.dataSource.manager, ctx.actor, personId);
  }

  @Handles(personApi.createPerson)
  createPerson(request: CreatePerson, ctx: Ctx): Promise<PersonCreated> {
    return this.createHandler.execute(request, ctx);
  }

  @Handles(personApi.updatePerson)
  updatePerson(request: UpdatePerson, ctx: Ctx): Promise<PersonView> {
    return this.updateHandler.execute(request, ctx);
  }

  @Handles(personApi.assignPost)
  assignPost(request: AssignPost, ctx: Ctx): Promise<PersonView> {
    return this.assignPostHandler.execute(request, ctx);
  }

  @Handles(personApi.endPost)
  endPost(request: EndPost, ctx: Ctx): Promise<PersonView> {
    return this.endPostHandler.execute(request, ctx);
  }
}
