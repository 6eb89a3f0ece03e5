import type { playerTexts as english } from '../en/player.js'
import type { Translation } from '../labels.js'

export const playerTexts: Translation<typeof english> = {
  'player.name': 'مشغّل الصوت',
  'player.name-of': 'مشغّل الصوت: \u2068{title}\u2069',
  'player.play': 'تشغيل',
  'player.pause': 'إيقاف مؤقت',
  'player.seek': 'موضع التشغيل',
  'player.position': '{at} من {length}',
  'player.seconds': {
    zero: '{count} ثانية',
    one: 'ثانية واحدة',
    two: 'ثانيتان',
    few: '{count} ثوانٍ',
    many: '{count} ثانية',
    other: '{count} ثانية',
  },
  'player.minutes': {
    zero: '{count} دقيقة',
    one: 'دقيقة واحدة',
    two: 'دقيقتان',
    few: '{count} دقائق',
    many: '{count} دقيقة',
    other: '{count} دقيقة',
  },
  'player.minutes-seconds': '{minutes} و{seconds}',
  'player.speed': 'سرعة التشغيل، {speed}',
  'player.times': '{speed}x',
  'player.download': 'تنزيل',
  'player.empty': 'لا يوجد مقطع صوتي بعد',
  'player.loading': 'جارٍ تحميل المقطع الصوتي',
  'player.renewing': 'جارٍ الحصول على رابط جديد',
  'player.expired': 'انتهت صلاحية رابط هذا المقطع الصوتي.',
  'player.new-link': 'الحصول على رابط جديد',
  'player.unplayable': 'لا يستطيع هذا المتصفح تشغيل المقطع الصوتي. يمكنك تنزيله.',
  'player.offline': 'لا يوجد اتصال بالإنترنت.',
}
