import type { CommonTexts } from '../en/common.js'
import type { Translation } from '../labels.js'

export const commonTexts: Translation<CommonTexts> = {
  'common.add-funds': '充值',
  'common.cancel': '取消',
  'common.close': '关闭',
  'common.dismiss': '忽略',
  'common.never': '永不',
  'common.not-reported': '无信息',
  'common.optional': '可选',
  'common.refresh': '刷新',
  'common.try-again': '重试',
  'common.working': '处理中',
  'common.loading': '加载中',
  'common.updated': '更新时间：{time}',
  'common.sign-in': '重新登录',
  'time.just-now': '刚刚',
  'time.seconds': '{seconds}\u00a0秒',
  'time.minutes': '{minutes}\u00a0分 {seconds}\u00a0秒',
}
