-- What wrk sends to the desk: requests to be contacted, each with a key of its own.
--   wrk -s desk.lua ADDRESS -- RUN       (RUN sets the keys of this run apart)
-- Prints one line of JSON for tests/bench/desk.mjs.

local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(arguments)
  run = arguments[1]
  count = 0
end

local story = string.rep("Het dak lekt en ik weet niet wie mij kan helpen. ", 10)

function request()
  count = count + 1
  local key = string.format("%s-%02d-%08d", run, number, count)
  local body = '{"version":1,"municipality":"voorbeeldstad","provider":"wijkteam-noord",'
    .. '"permission":true,"phone":"0612345678","seconds":20,"number_meant":true,"name":"J. Pietersen","story":"'
    .. key .. " " .. story .. '"}'
  local headers = { ["Content-Type"] = "application/json", ["Idempotency-Key"] = key }
  return wrk.format("POST", "/api/contact-requests", headers, body)
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests":%d,"microseconds":%d,"refused":%d,"broken":%d,"p50":%d,"p99":%d}\n',
    summary.requests, summary.duration, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
