import { Global, Module } from '@nestjs/common';
import { OrgCopy } from '@karez/service';
import { People } from './people.js';
import { PersonCopy } from './person-copy.reaction.js';

@Global()
@Module({ providers: [OrgCopy, PersonCopy, People], exports: [People] })
export class PeopleModule {}
