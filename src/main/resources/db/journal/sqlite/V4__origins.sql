-- Where a drill comes from that was not journaled here, or not all of it. Null for the drills of this machine.
ALTER TABLE drill ADD COLUMN origin TEXT;

-- An update that says where a drill comes from is the one that adds nothing to it.
DROP TRIGGER drill_only_grows;

CREATE TRIGGER drill_only_grows BEFORE UPDATE OF id, opened_at, length, ended, head ON drill
WHEN NEW.id <> OLD.id OR NEW.opened_at <> OLD.opened_at OR NEW.length <= OLD.length OR NEW.ended < OLD.ended
BEGIN
    SELECT RAISE(ABORT, 'a drill of the journal only grows');
END;

CREATE TRIGGER drill_origin_stays BEFORE UPDATE OF origin ON drill
WHEN OLD.origin IS NOT NULL AND (NEW.origin IS NULL OR substr(NEW.origin, 1, length(OLD.origin)) <> OLD.origin)
BEGIN
    SELECT RAISE(ABORT, 'where a drill of the journal comes from is never forgotten');
END;

PRAGMA user_version = 4;
