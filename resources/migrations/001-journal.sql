-- SPDX-License-Identifier: Apache-2.0
-- The journal: one row a fact, position 1, 2, 3 ... without holes. Never updated, never deleted.
-- Statements end with a semicolon at the end of a line.
CREATE TABLE journal (
    position INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    day INTEGER NOT NULL,
    key TEXT,
    body BLOB NOT NULL
) STRICT;
-- Only few facts outlive their day, so this index stays small and costs other rows nothing.
CREATE INDEX journal_latest ON journal (key, position) WHERE key IS NOT NULL;
