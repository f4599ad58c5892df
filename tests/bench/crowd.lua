-- What wrk tells of a crowd that reads a page: how many were answered, and how.

local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init()
  right, busy = 0, 0
end

function response(status)
  if status == 200 then right = right + 1 elseif status == 503 then busy = busy + 1 end
end

function done(summary, latency)
  local right, busy = 0, 0
  for _, thread in ipairs(threads) do
    right = right + thread:get("right")
    busy = busy + thread:get("busy")
  end
  local errors = summary.errors
  io.write(string.format(
    '\n{"microseconds":%d,"right":%d,"busy":%d,"broken":%d,"p50":%d,"p99":%d}\n',
    summary.duration, right, busy, errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
