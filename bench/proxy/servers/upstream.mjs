// @ts-check
import { listen } from './listen.mjs'

// AudioPod's answer to GET /credits, with the headers that its reference documents.
const body = JSON.stringify({
  credits_balance: 8200,
  payg_balance: 3050,
  total_available_credits: 11250,
  last_reset_at: '2026-11-01T00:00:00Z',
  total_credits_used: 41875,
  total_payg_credits_purchased: 7500,
  next_reset_date: '2026-12-01T00:00:00Z',
  credits_per_month: 40000,
})

const answerAfter = Number(process.env['ANSWER_AFTER_MS'] ?? 0)

listen((_, res) => {
  const answer = () => {
    res.writeHead(200, {
      'content-type': 'application/json',
      'content-length': body.length,
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '998',
      'x-ratelimit-reset': Math.ceil(Date.now() / 1000 + 60),
      'x-request-id': 'req_0123456789',
    })
    res.end(body)
  }
  if (answerAfter === 0) answer()
  else setTimeout(answer, answerAfter)
})
