-- What wrk sends to see how fast the desk answers when it keeps nothing: requests that say
-- no way to reach anybody, of the same length as those of desk.lua.

local story = string.rep("Het dak lekt en ik weet niet wie mij kan helpen. ", 10)

function request()
  local body = '{"version":1,"municipality":"voorbeeldstad","provider":"wijkteam-noord",'
    .. '"permission":true,"phone":"","seconds":20,"number_meant":true,"name":"J. Pietersen","story":"'
    .. "a key as long as others " .. story .. '"}'
  local headers = { ["Content-Type"] = "application/json", ["Idempotency-Key"] = "refused-refused-refused" }
  return wrk.format("POST", "/api/contact-requests", headers, body)
end

function done(summary, latency, requests)
  io.write(string.format('\n{"requests":%d,"microseconds":%d}\n', summary.requests, summary.duration))
end
