-- One row for each drill. It counts the entries and holds the hash of the last, so that a tail cut off shows; it says
-- whether the drill has ended, so that the unfinished are found without reading them all.
CREATE TABLE drill (
    id        TEXT    NOT NULL PRIMARY KEY,
    opened_at TEXT    NOT NULL,
    length    INTEGER NOT NULL CHECK (length >= 0),
    ended     INTEGER NOT NULL CHECK (ended IN (0, 1)),
    head      TEXT    NOT NULL
);

-- The entries, as canonical JSON, each with its hash in the drill's chain.
CREATE TABLE entry (
    drill  TEXT    NOT NULL REFERENCES drill (id),
    number INTEGER NOT NULL CHECK (number >= 0),
    body   TEXT    NOT NULL,
    hash   TEXT    NOT NULL,
    PRIMARY KEY (drill, number)
);

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN
    SELECT RAISE(ABORT, 'journal entries are never changed');
END;

CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
BEGIN
    SELECT RAISE(ABORT, 'journal entries are never removed');
END;

-- INSERT OR REPLACE removes without firing the trigger above.
CREATE TRIGGER entry_is_never_replaced BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM entry WHERE drill = NEW.drill AND number = NEW.number)
BEGIN
    SELECT RAISE(ABORT, 'journal entries are never replaced');
END;

CREATE TRIGGER drill_only_grows BEFORE UPDATE ON drill
WHEN NEW.id <> OLD.id OR NEW.opened_at <> OLD.opened_at OR NEW.length <= OLD.length OR NEW.ended < OLD.ended
BEGIN
    SELECT RAISE(ABORT, 'a drill of the journal only grows');
END;

CREATE TRIGGER drill_is_never_removed BEFORE DELETE ON drill
BEGIN
    SELECT RAISE(ABORT, 'drills of the journal are never removed');
END;

-- Read at every start, so that the migrations are only looked at when there is one to run.
PRAGMA user_version = 1;
