-- Real incidents, one row for each, as other systems recorded them. Who took what part stands in one text, in the order of
-- the words: 'acknowledged:bo worked:ana'. Names of responders hold neither a colon nor a space.
CREATE TABLE incident (
    source          TEXT    NOT NULL,
    id              TEXT    NOT NULL,
    service         TEXT    NOT NULL,
    class           TEXT    NOT NULL,
    opened_at       TEXT    NOT NULL,
    acknowledged_at TEXT,
    resolved_at     TEXT,
    escalations     INTEGER NOT NULL CHECK (escalations >= 0),
    participations  TEXT    NOT NULL,
    PRIMARY KEY (source, id)
) WITHOUT ROWID;

CREATE INDEX incident_in_time ON incident (opened_at, source, id);

-- A source that was imported by a wrong mapping may be taken out as a whole; nothing in it is changed.
CREATE TRIGGER incident_is_never_changed BEFORE UPDATE ON incident
BEGIN
    SELECT RAISE(ABORT, 'incidents are never changed');
END;

PRAGMA user_version = 3;
