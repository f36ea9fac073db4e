import { Injectable } from '@nestjs/common';
import type { Me, UpdateMe } from '@karez/contracts-identity';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { invalidField } from '../../invalid-field.js';
import { saveIntroduced } from '../../person/introduce.js';
import { Person } from '../../person/person.entity.js';
import { MeView } from '../me.view.js';

/** 修改联系方式, the own ones. */
@Injectable()
export class UpdateMeHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meView: MeView,
  ) {}

  execute({ mobile, email }: UpdateMe, ctx: Ctx): Promise<Me> {
    if (mobile && !/^1\d{10}$/.test(mobile)) throw invalidField('mobile', 'matches', '请填写 11 位手机号');
    if (email && !/^[^@\s]+@[^@\s]+$/.test(email)) throw invalidField('email', 'isEmail', '请填写有效的邮箱地址');
    return this.unitOfWork.run(ctx, async (tx) => {
      const person = await tx.load(Person, ctx.actor.id);
      person.changeContact(mobile, email);
      await saveIntroduced(tx, person);
      return this.meView.of(ctx.actor, ctx.now, tx.manager);
    });
  }
}
