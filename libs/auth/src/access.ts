import { Ability as CaslAbility, type RawRuleOf } from '@casl/ability';
import type { Access, DataScope, Permission } from '@karez/contracts-kernel';
import { type Actor, DomainError } from '@karez/kernel';

/** How far one rule reaches: the condition of a CASL rule, compiled to SQL by `scopeSql`. */
export interface Reach {
  readonly scope: DataScope;
  readonly orgIds: readonly string[];
}
export type Ability = CaslAbility<[Permission, 'record'], Reach>;

const abilities = new WeakMap<Actor, Ability>();

/** The actor's grants as CASL rules: action = permission, condition = reach. Nothing is allowed that no rule allows. */
export function abilityOf(actor: Actor): Ability {
  let ability = abilities.get(actor);
  if (!ability) {
    const rules = actor.grants.flatMap(({ permissions, scope, orgIds }) =>
      permissions.map((action): RawRuleOf<Ability> => ({ action, subject: 'record', conditions: { scope, orgIds } })),
    );
    // reach is decided in SQL, where the closure of bodies is; in memory a rule matches when its permission does
    ability = new CaslAbility<[Permission, 'record'], Reach>(rules, { conditionsMatcher: () => () => true });
    abilities.set(actor, ability);
  }
  return ability;
}

export const holds = (actor: Actor, permission: Permission): boolean => abilityOf(actor).can(permission, 'record');

/** A person's signing act needs a second factor that was passed within this time, in milliseconds. */
export const stepUpMs = 10 * 60_000;

export interface Guarded {
  readonly needs: Access;
  readonly stepUp: boolean;
}

/**
 * The decision that the edge and the service both take before anything else happens.
 * @throws DomainError `auth.required`, `auth.forbidden` or what the actor is limited by, `auth.step_up_required`
 */
export function assertMay(actor: Actor, { needs, stepUp }: Guarded, now: Date): void {
  if (!realmMay(actor, needs))
    throw new DomainError(actor.realm === 'anonymous' ? 'auth.required' : (actor.limitedBy ?? 'auth.forbidden'), { needs });
  // a system has no second factor: a bureau's signs in with a private key of its own (RFC 7523), ours are not signed in at all
  if (!stepUp || actor.realm === 'system' || actor.realm === 'service') return;
  const passed = actor.steppedUpAt ? Date.parse(actor.steppedUpAt) : 0;
  if (now.getTime() - passed > stepUpMs) throw new DomainError('auth.step_up_required');
}

function realmMay(actor: Actor, needs: Access): boolean {
  switch (needs) {
    case 'anyone':
      return true;
    case 'system':
      return actor.realm === 'system';
    case 'signed-in':
      return actor.realm === 'staff' || actor.realm === 'applicant' || actor.realm === 'service';
    case 'staff':
    case 'applicant':
      return actor.realm === needs;
    default:
      return (actor.realm === 'staff' || actor.realm === 'service') && holds(actor, needs);
  }
}
