-- Refused, and tried again on its own: those behind it in its queue do not wait for it.
ALTER TABLE requests ADD COLUMN aside BOOLEAN NOT NULL DEFAULT FALSE;

-- The head of each queue, and how long it waits.
DROP INDEX requests_waiting;
CREATE INDEX requests_waiting ON requests (queue, id, received_at)
    WHERE state = 'waiting' AND NOT aside;
-- What is tried on its own.
CREATE INDEX requests_aside ON requests (queue, id) WHERE state = 'waiting' AND aside;
-- What nobody could deliver.
CREATE INDEX requests_dead ON requests (received_at) WHERE state = 'dead';

-- Written to find out whether there is room: one row, as large as a request.
CREATE TABLE pulse (id INTEGER PRIMARY KEY, filler BLOB NOT NULL);
INSERT INTO pulse (id, filler) VALUES (1, x'');
