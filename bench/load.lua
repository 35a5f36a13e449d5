-- SPDX-FileCopyrightText: 2026 the todod authors
-- SPDX-License-Identifier: MIT
-- wrk ... -s load.lua URL -- WORKLOAD TARGETS SEED [THINK]
-- TARGETS has a line for each user: "name token id,id,..." (pending tasks). All requests are made before the run.
-- THINK: milliseconds between an answer and the connection's next request, on average; 0: none.
-- wrk ... -s load.lua URL -- request METHOD PATH TOKEN [BODY]: this one request again and again.

local kinds = { get = {}, list = {}, create = {}, on = {}, off = {} }
local completed = {}

local function make(method, path, token, body)
  local lines = { method .. " " .. path .. " HTTP/1.1", "Host: localhost", "Authorization: Bearer " .. token,
                  "Accept: application/json", "User-Agent: bench" }
  if body then
    lines[#lines + 1] = "Content-Type: application/json"
    lines[#lines + 1] = "Content-Length: " .. #body
  end
  return table.concat(lines, "\r\n") .. "\r\n\r\n" .. (body or "")
end

local function fill(file)
  for line in io.lines(file) do
    local user, token, ids = line:match("(%S+) (%S+) (%S+)")
    local path = "/api/" .. user .. "/tasks"
    table.insert(kinds.list, make("GET", path .. "?limit=20", token))
    table.insert(kinds.create, make("POST", path, token, '{"title":"Buy milk and bread for ' .. user ..
      '","description":"Two litres of the fresh one, \\"rye\\" if there is any; pay in cash and keep the receipt for ' ..
      'the neighbours, who pay half of it."}'))
    for id in ids:gmatch("[^,]+") do
      table.insert(kinds.get, make("GET", path .. "/" .. id, token))
      table.insert(kinds.on, make("PATCH", path .. "/" .. id .. "/complete", token, '{"completed":true}'))
      table.insert(kinds.off, make("PATCH", path .. "/" .. id .. "/complete", token, '{"completed":false}'))
    end
  end
end

-- The requests of a kind in random order, again and again. Each "complete" flips its task, so that each one writes.
local function pick(kind)
  local index = math.random(#kinds[kind])
  return kinds[kind][index], index
end
local function complete()
  local index = math.random(#kinds.on)
  completed[index] = not completed[index]
  return kinds[completed[index] and "on" or "off"][index]
end
local function mix()
  local dice = math.random(100)
  if dice <= 70 then return (pick("get")) end
  if dice <= 85 then return (pick("list")) end
  if dice <= 95 then return (pick("create")) end
  return complete()
end

local next_request

-- wrk asks for a delay wherever a script has this function.
local function think_of(average)
  function delay() return math.floor(-average * math.log(1 - math.random()) + 0.5) end
end

function init(arguments)
  local workload = arguments[1]
  if workload == "request" then
    local same = make(arguments[2], arguments[3], arguments[4], arguments[5])
    next_request = function() return same end
    return
  end
  math.randomseed(tonumber(arguments[3]) + 1)
  fill(arguments[2])
  if workload == "mix" then
    next_request = mix
  elseif workload == "complete" then
    next_request = complete
  else
    next_request = function() return (pick(workload)) end
  end
  local think = tonumber(arguments[4] or "0")
  if think > 0 then think_of(think) end
end

function request() return next_request() end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format('RESULT {"requests":%d,"seconds":%f,"p50":%f,"p99":%f,"errors":%d}\n', summary.requests,
    summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    e.status + e.connect + e.read + e.write + e.timeout))
end
