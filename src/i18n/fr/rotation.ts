import type { rotationTexts as english } from '../en/rotation.js'
import type { Translation } from '../labels.js'

export const rotationTexts: Translation<typeof english> = {
  'rotate.title': 'Remplacer «\u00a0{name}\u00a0»\u00a0?',
  'rotate.text': 'Vous recevez maintenant une nouvelle clé. L’ancienne fonctionne jusqu’à ce que vous la révoquiez.',
  'rotate.steps': 'Étapes',
  'rotate.step-create': 'Créer la nouvelle clé',
  'rotate.step-copy': 'La copier',
  'rotate.step-deploy': 'La déployer et la tester',
  'rotate.step-revoke': 'Révoquer l’ancienne clé',
  'rotate.step-done': 'Terminé\u00a0: {step}',
  'rotate.create': 'Créer une nouvelle clé',
  'rotate.looking': 'Une nouvelle clé a peut-être été créée. Vérification de la liste.',
  'rotate.lost-title': 'Avez-vous la nouvelle clé\u00a0?',
  'rotate.lost':
    'La nouvelle clé de «\u00a0{name}\u00a0» a été créée ({time}) et son secret ne peut plus être affiché. Si vous ne l’avez pas enregistré, recommencez\u00a0: cette nouvelle clé sera alors révoquée.',
  'rotate.have-it': 'Je l’ai',
  'rotate.start-over': 'Recommencer',
  'rotate.deploy-title': 'Déployez et testez la nouvelle clé',
  'rotate.deploy': 'Mettez la nouvelle clé partout où l’ancienne de «\u00a0{name}\u00a0» est utilisée, et testez-la.',
  'rotate.both-work': 'Les deux clés fonctionnent jusqu’à ce que vous révoquiez l’ancienne.',
  'rotate.look': 'Vérifier à nouveau',
  'rotate.later': 'Plus tard',
  'rotate.tested': 'Déployée et testée',
  'rotate.used': 'La nouvelle clé a été utilisée.',
  'rotate.not-used': 'La nouvelle clé n’a pas encore été utilisée.',
  'rotate.use-not-reported': 'L’utilisation de la nouvelle clé n’est pas communiquée.',
  'rotate.old-in-use': 'L’ancienne clé a été utilisée depuis la création de la nouvelle.',
  'rotate.revoke-title': 'Révoquer l’ancienne clé «\u00a0{name}\u00a0»\u00a0?',
  'rotate.back': 'Retour',
  'rotate.revoke': 'Révoquer l’ancienne clé',
  'rotate.leave-title': 'Les deux clés de «\u00a0{name}\u00a0» fonctionnent encore',
  'rotate.leave':
    'Elles fonctionnent jusqu’à ce que vous révoquiez l’une d’elles. Continuez plus tard depuis la liste des clés, ou révoquez maintenant la nouvelle et gardez l’ancienne.',
  'rotate.leave-in-use':
    'La nouvelle clé a été utilisée\u00a0: si vous la révoquez, tout ce qui l’utilise cessera immédiatement de fonctionner.',
  'rotate.close': 'Fermer pour l’instant',
  'rotate.go-on': 'Continuer',
  'rotate.abandon': 'Révoquer la nouvelle clé',
  'rotate.new-not-revoked': 'La nouvelle clé n’a pas été révoquée.',
  'rotate.maybe-revoked': 'La clé a peut-être été révoquée. Vous pouvez la révoquer à nouveau sans risque.',
}
