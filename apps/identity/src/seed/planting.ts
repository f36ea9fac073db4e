import { newId } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { chinaDate } from '../china-date.js';
import { type NewOrg, Org } from '../org/org.entity.js';
import { refreshClosure, relate } from '../org/org-graph.js';
import { lineKindOf } from '../org/org.policy.js';
import { writeOrgTerms } from '../org/org-terms.js';
import { saveIntroduced } from '../person/introduce.js';
import { Person } from '../person/person.entity.js';
import { writePersonTerms } from '../person/person-terms.js';
import { sortKey } from '../reading.js';
import { Role } from '../role/role.entity.js';
import { hashPassword, newPassword } from '../session/passwords.js';
import { bodyId, type SeedBody, seedBodies, type SeedRelation, seedRelations } from './bodies.js';
import { builtInRoles } from './built-in-roles.js';
import type { SeedPerson, SeedPost } from './demonstration.js';

/** One line of the file of accounts. */
export interface SeededAccount {
  readonly account: string;
  readonly password: string;
  readonly name: string;
  readonly organisation: string;
  readonly roles: readonly string[];
}

/** Sets up the bodies of the region with their relations. @returns the bodies by key */
export async function plantBodies(tx: Tx): Promise<Map<string, Org>> {
  const bodies = seedBodies();
  const day = chinaDate(tx.ctx.now);
  const relations = seedRelations(bodies);
  const planted = new Map<string, Org>();
  for (const body of bodies) {
    const place = placeOf(body, relations, planted);
    const org = Org.setUp({ ...body, ...place, id: bodyId(body.key), nameSort: sortKey(body.name) }, day);
    planted.set(body.key, org);
    await tx.save(org);
    await writeOrgTerms(tx.manager, org);
    if (org.parentId) await relate(tx.manager, { kind: lineKindOf(org.kind), parentId: org.parentId, childId: org.id }, day);
    await tx.manager.query(
      `insert into org_history (id, org_id, effective_on, recorded_at, act, text, by_id, by_name) values ($1, $2, $3, $4, 'create', $5, '', '')`,
      [...[newId(), org.id, day, tx.ctx.now, `设立：${org.name}`]],
    );
  }
  for (const { kind, parent, child } of relations) {
    await relate(tx.manager, { kind, parentId: planted.get(parent)!.id, childId: planted.get(child)!.id }, day);
  }
  await refreshClosure(
    tx.manager,
    [...planted.values()].map(({ id }) => id),
  );
  return planted;
}

/** Whatever stands above a body comes before it: its parent, and the basin bodies whose rivers cross its land. */
const placeOf = (
  { key, below }: SeedBody,
  relations: readonly SeedRelation[],
  planted: ReadonlyMap<string, Org>,
): Pick<NewOrg, 'parentId' | 'basinIds'> => ({
  parentId: below ? planted.get(below)!.id : null,
  basinIds: relations.filter(({ kind, child }) => kind === 'basin' && child === key).map(({ parent }) => planted.get(parent)!.id),
});

export async function plantRoles(tx: Tx): Promise<Map<string, Role>> {
  const roles = builtInRoles.map((role) => Role.define(role));
  await tx.save(...roles);
  return new Map(roles.map((role) => [role.code, role]));
}

export interface Ground {
  readonly bodies: ReadonlyMap<string, Org>;
  readonly roles: ReadonlyMap<string, Role>;
}

/** Registers people with their posts, grants and a password each. @returns the accounts with their passwords, which are nowhere else in clear */
export async function plantPeople(
  tx: Tx,
  people: readonly SeedPerson[],
  { bodies, roles }: Ground,
  mustChange: boolean,
): Promise<SeededAccount[]> {
  const passwords = people.map(() => newPassword());
  const hashes = await Promise.all(passwords.map(hashPassword));
  const accounts: SeededAccount[] = [];
  for (const [index, { account, name, posts }] of people.entries()) {
    const home = bodies.get(posts[0]!.body)!;
    const person = Person.register({ account, name, homeOrgId: home.id }, tx.ctx.now);
    await tx.save(person);
    await writePersonTerms(tx.manager, person);
    await tx.manager.query(`insert into credential (subject_id, hash, earlier, changed_at, must_change) values ($1, $2, '{}', $3, $4)`, [
      ...[person.id, hashes[index], tx.ctx.now, mustChange],
    ]);
    for (const [number, post] of posts.entries()) await plantPost(tx, person.id, post, number === 0, { bodies, roles });
    await saveIntroduced(tx, person);
    const names = posts.flatMap((post) => post.roles.map(({ code }) => roles.get(code)!.name));
    accounts.push({ account, password: passwords[index]!, name, organisation: home.name, roles: [...new Set(names)] });
  }
  return accounts;
}

async function plantPost(tx: Tx, personId: string, post: SeedPost, primary: boolean, { bodies, roles }: Ground): Promise<void> {
  const id = newId();
  const orgId = bodies.get(post.body)!.id;
  await tx.manager.query('insert into post (id, person_id, org_id, title, is_primary, valid_from) values ($1, $2, $3, $4, $5, $6)', [
    ...[id, personId, orgId, post.title, primary, chinaDate(tx.ctx.now)],
  ]);
  for (const { code, scope, over = [] } of post.roles) {
    const listed = scope === 'basin' ? [orgId] : over.map((body) => bodies.get(body)!.id);
    await tx.manager.query(
      'insert into role_grant (id, post_id, role_id, scope, org_ids, granted_at, granted_by) values ($1, $2, $3, $4, $5, $6, $7)',
      [...[newId(), id, roles.get(code)!.id, scope, listed, tx.ctx.now, tx.ctx.actor.id]],
    );
  }
}
