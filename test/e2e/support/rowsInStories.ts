/** Rows of docs/keyboard.md that a story plays, by `File: Story`. What a script's event cannot do is in keyboard.test.ts. */
export const rowsInStories: Readonly<Record<string, readonly string[]>> = {
  'AudioPlayerWords: SeeksFromAWord': [
    'AudioPlayer: Text, Left / Right',
    'AudioPlayer: Text, Up / Down',
    'AudioPlayer: Text, Home / End',
    'AudioPlayer: Text, Enter, Space',
  ],
  'ApiKeys: CreateClosedByEscape': ['Dialogs of API keys: Escape', 'Dialogs of API keys: Create'],
  'ApiKeys: CreateWithoutAName': ['Dialogs of API keys: Enter in a field'],
  'ApiKeySecret: NotCopied': ['Dialogs of API keys: The secret, once'],
  'RevokeApiKeyDialog: EnterKeepsTheKey': ['Dialogs of API keys: Revoke'],
  'RotateApiKeyDialog: Start': ['Dialogs of API keys: Rotate: create the new key'],
  'RotateApiKeyDialog: ClosedForNow': ['Dialogs of API keys: Rotate: both keys still work'],
  'RotateApiKeyDialog: Deploy': ['Dialogs of API keys: Rotate: deploy and test'],
  'RotateApiKeyDialog: LedFromStartToEnd': ['Dialogs of API keys: Rotate: revoke the old key', 'Dialogs of API keys: Enter, Space'],
  'SpeechGenerator: APressTwiceIsOneRequest': ['SpeechGenerator: All inputs, Ctrl+Enter, Cmd+Enter'],
  'SpeechHistory: FromPressToPlay': ['SpeechHistory: Play, Enter, Space'],
  'SpeechParts: CostBeyondTheBalance': ['SpeechSettings, VoicePicker, CostEstimate, SpeechProgress: cost, Tab'],
  'TopUp: Credits': ['TopUp: Amounts, Enter'],
  'TopUp: OwnAmountOutOfRange': ['TopUp: Own amount, Enter'],
  'UsageChart: ByKeyboard': ['UsageChart and UsageTable: Days, Right / Left', 'UsageChart and UsageTable: Days, Home / End'],
}

/** Rows of which the focus alone is shown, and no press of Escape: said by name, so that nobody takes them for tested. */
export const rowsWithoutTest: readonly string[] = [
  'Dialogs of API keys: Rotate: no answer came',
  'Dialogs of API keys: Rotate: the secret is not here any more',
]
