import { IdentityTables1764000100000 } from './migrations/1764000100000-identity-tables.js';
import { OrgBasinsAndSuccessor1795660000000 } from './migrations/1795660000000-org-basins-and-successor.js';
import { PeopleAreIntroduced1795783300000 } from './migrations/1795783300000-people-are-introduced.js';
import { Applicant } from './applicant/applicant.entity.js';
import { Client } from './client/client.entity.js';
import { Org } from './org/org.entity.js';
import { Person } from './person/person.entity.js';
import { Role } from './role/role.entity.js';
import { Session } from './session/session.entity.js';

/** The aggregates; every other table is written and read by the room it belongs to. */
export const entities = [Applicant, Client, Org, Person, Role, Session];
export const migrations = [IdentityTables1764000100000, OrgBasinsAndSuccessor1795660000000, PeopleAreIntroduced1795783300000];
