import type { rotationTexts as english } from '../en/rotation.js'
import type { Translation } from '../labels.js'

export const rotationTexts: Translation<typeof english> = {
  'rotate.title': '„{name}“ ersetzen?',
  'rotate.text': 'Sie erhalten jetzt einen neuen Schlüssel. Der alte funktioniert, bis Sie ihn widerrufen.',
  'rotate.steps': 'Schritte',
  'rotate.step-create': 'Neuen Schlüssel erstellen',
  'rotate.step-copy': 'Kopieren',
  'rotate.step-deploy': 'Einsetzen und testen',
  'rotate.step-revoke': 'Alten Schlüssel widerrufen',
  'rotate.step-done': 'Erledigt: {step}',
  'rotate.create': 'Neuen Schlüssel erstellen',
  'rotate.looking': 'Möglicherweise wurde ein neuer Schlüssel erstellt. Die Liste wird geprüft.',
  'rotate.lost-title': 'Haben Sie den neuen Schlüssel?',
  'rotate.lost':
    'Der neue Schlüssel für „{name}“ wurde erstellt ({time}), sein Geheimnis kann nicht mehr angezeigt werden. Wenn Sie es nicht gespeichert haben, beginnen Sie von vorn: Dieser neue Schlüssel wird dann widerrufen.',
  'rotate.have-it': 'Ich habe ihn',
  'rotate.start-over': 'Von vorn beginnen',
  'rotate.deploy-title': 'Neuen Schlüssel einsetzen und testen',
  'rotate.deploy':
    'Setzen Sie den neuen Schlüssel überall ein, wo der alte von „{name}“ verwendet wird, und testen Sie ihn dort.',
  'rotate.both-work': 'Beide Schlüssel funktionieren, bis Sie den alten widerrufen.',
  'rotate.look': 'Erneut prüfen',
  'rotate.later': 'Später',
  'rotate.tested': 'Eingesetzt und getestet',
  'rotate.used': 'Der neue Schlüssel wurde verwendet.',
  'rotate.not-used': 'Der neue Schlüssel wurde noch nicht verwendet.',
  'rotate.use-not-reported': 'Ob der neue Schlüssel verwendet wurde, wird nicht gemeldet.',
  'rotate.old-in-use': 'Der alte Schlüssel wurde verwendet, seit es den neuen gibt.',
  'rotate.revoke-title': 'Alten Schlüssel „{name}“ widerrufen?',
  'rotate.back': 'Zurück',
  'rotate.revoke': 'Alten Schlüssel widerrufen',
  'rotate.leave-title': 'Beide Schlüssel von „{name}“ funktionieren noch',
  'rotate.leave':
    'Sie funktionieren, bis Sie einen davon widerrufen. Machen Sie später in der Liste der Schlüssel weiter, oder widerrufen Sie jetzt den neuen und behalten Sie den alten.',
  'rotate.leave-in-use':
    'Der neue Schlüssel wurde verwendet: Wird er widerrufen, funktioniert alles, was ihn verwendet, sofort nicht mehr.',
  'rotate.close': 'Vorerst schließen',
  'rotate.go-on': 'Weitermachen',
  'rotate.abandon': 'Neuen Schlüssel widerrufen',
  'rotate.new-not-revoked': 'Der neue Schlüssel wurde nicht widerrufen.',
  'rotate.maybe-revoked': 'Der Schlüssel wurde möglicherweise widerrufen. Ein zweiter Widerruf schadet nicht.',
}
