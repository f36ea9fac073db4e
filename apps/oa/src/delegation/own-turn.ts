/**
 * SQL: a row `turn` of `handling_step` is the turn of the reader (`:readerId`), or of somebody whom the reader stands in for today.
 */
export const ownTurn = `(turn.person_id = :readerId or exists (select 1 from delegation entrusted where entrusted.to_id = :readerId
  and entrusted.from_id = turn.person_id and entrusted.state = 'granted' and entrusted.from_at <= now() and entrusted.until_at > now()))`;
