-- Every halt of all drills and every resumption, in order: the newest row says whether drills may run.
CREATE TABLE halt (
    number INTEGER NOT NULL PRIMARY KEY,
    at     TEXT    NOT NULL,
    halted INTEGER NOT NULL CHECK (halted IN (0, 1)),
    who    TEXT    NOT NULL,
    reason TEXT    NOT NULL
);

CREATE TRIGGER halt_is_never_changed BEFORE UPDATE ON halt
BEGIN
    SELECT RAISE(ABORT, 'halts are never changed');
END;

CREATE TRIGGER halt_is_never_removed BEFORE DELETE ON halt
BEGIN
    SELECT RAISE(ABORT, 'halts are never removed');
END;

PRAGMA user_version = 2;
