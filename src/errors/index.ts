export { type ErrorCode, errorCodes, userMessages } from './codes.js'
export * from './errors.js'
export { errorFromAnswer, type RefusedAnswer } from './errorFromAnswer.js'
export { plain, readErrorBody, readRequestId } from './readErrorBody.js'
