/*
 * Each runs as one, touches one key, and answers with Redis' own time before all else.
 */

const now = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
`

export const clock = `${now}
return { now }`

/** ARGV: the window's length. */
export const hit = `${now}
local count = redis.call('INCR', KEYS[1])
local left = redis.call('PTTL', KEYS[1])
if left < 0 then
  left = tonumber(ARGV[1])
  redis.call('PEXPIRE', KEYS[1], left)
end
return { now, count, left }`

export const get = `${now}
local value = redis.call('GET', KEYS[1])
if not value then return { now } end
return { now, value, redis.call('PTTL', KEYS[1]) }`

export const TOO_LATE = 0

/** ARGV: until when it is wanted, the value, its time to live. */
export const set = `${now}
if now > tonumber(ARGV[1]) then return { now, ${TOO_LATE} } end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return { now, 1 }`

/** As `set`. A client that lost its connection may send a claim twice: the second finds its own value. */
export const claim = `${now}
local value = redis.call('GET', KEYS[1])
if value == ARGV[2] then return { now, 1 } end
if now > tonumber(ARGV[1]) then return { now, ${TOO_LATE} } end
if value then return { now, 1, value, redis.call('PTTL', KEYS[1]) } end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return { now, 1 }`

/** ARGV: what is expected, and the value with its time to live, or nothing. */
export const swap = `${now}
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return { now, 0 } end
if ARGV[2] then
  redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
else
  redis.call('DEL', KEYS[1])
end
return { now, 1 }`
