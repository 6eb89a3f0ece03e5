/** A key that is being replaced: ids and a step, never a secret. It is kept over a reload. */
export interface KeyRotation {
  oldId: string
  /** The successor. Undefined where the request for it had left and no answer had come. */
  newId?: string | undefined
  /** What is next: an answer, a copy of the new key, its deployment and test, the end of the old key. */
  step: 'sent' | 'copy' | 'deploy' | 'revoke'
  /** When the successor was asked for: ISO 8601, this machine's clock. */
  startedAt: string
}

export type RotationEvent =
  | { kind: 'sent'; at: string }
  | { kind: 'created'; newId: string; at: string }
  /** The person has the new key's secret. */
  | { kind: 'saved' }
  /** The person says that the new key is deployed and works. */
  | { kind: 'tested' }
  /** Back to deploying. */
  | { kind: 'untested' }
  /** One of the two keys is gone, or none was ever made. */
  | { kind: 'over' }

/** What an event makes of a rotation. A successor that is known is forgotten only when one of the two keys is gone. */
export function nextRotation(
  oldId: string,
  rotation: KeyRotation | undefined,
  event: RotationEvent,
): KeyRotation | undefined {
  switch (event.kind) {
    case 'sent':
      return rotation ?? { oldId, step: 'sent', startedAt: event.at }
    case 'created':
      if (rotation && rotation.step !== 'sent') return rotation
      return { oldId, newId: event.newId, step: 'copy', startedAt: rotation?.startedAt ?? event.at }
    case 'saved':
      return rotation?.step === 'copy' ? { ...rotation, step: 'deploy' } : rotation
    case 'tested':
      return rotation?.step === 'deploy' ? { ...rotation, step: 'revoke' } : rotation
    case 'untested':
      return rotation?.step === 'revoke' ? { ...rotation, step: 'deploy' } : rotation
    case 'over':
      return undefined
  }
}
