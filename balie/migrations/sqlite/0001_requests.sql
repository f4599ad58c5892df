-- A request, sealed, and how far its delivery is. Times are milliseconds since 1970.
CREATE TABLE requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- SHA-256 of the idempotency key.
    key_digest BLOB NOT NULL UNIQUE,
    reference TEXT NOT NULL UNIQUE,
    -- Town and provider: 'arnhem/sociaal-wijkteam'.
    queue TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    working_days INTEGER NOT NULL,
    suspect BOOLEAN NOT NULL,
    -- Which key seals the content.
    key_id TEXT NOT NULL,
    content BLOB NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'dead')),
    tries INTEGER NOT NULL DEFAULT 0,
    -- Not to be tried before.
    next_at INTEGER NOT NULL DEFAULT 0,
    last_error TEXT,
    delivered_at INTEGER,
    -- Which desk has it in hand, and until when.
    lease_by TEXT,
    lease_until INTEGER NOT NULL DEFAULT 0
);

-- The head of each queue, and how long it waits.
CREATE INDEX requests_waiting ON requests (queue, id, received_at) WHERE state = 'waiting';
-- What may be erased.
CREATE INDEX requests_delivered ON requests (delivered_at) WHERE state = 'delivered';
-- Which keys are still needed.
CREATE INDEX requests_key ON requests (key_id);
