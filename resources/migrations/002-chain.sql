-- SPDX-License-Identifier: Apache-2.0
-- Damage is noticed: each row carries the chain's value (core/journal/chain.h), and the seal says
-- where the journal ends, so that a lost end is noticed too. Rows from before have no chain.
ALTER TABLE journal ADD COLUMN chain BLOB;
CREATE TABLE seal (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    chained_from INTEGER NOT NULL,
    position INTEGER NOT NULL,
    keys INTEGER NOT NULL,
    chain BLOB
) STRICT;
INSERT INTO seal SELECT 1, coalesce(max(position), 0) + 1, coalesce(max(position), 0), 0, NULL FROM journal;
