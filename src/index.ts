export { AudioPodProvider, type AudioPodProviderProps } from './react/AudioPodProvider.js'

export { ApiKeys, type ApiKeysProps } from './components/ApiKeys/ApiKeys.js'
export { ApiKeySecret, type ApiKeySecretProps } from './components/ApiKeys/ApiKeySecret.js'
export { CreateApiKeyDialog, type CreateApiKeyDialogProps } from './components/ApiKeys/CreateApiKeyDialog.js'
export { RevokeApiKeyDialog, type RevokeApiKeyDialogProps } from './components/ApiKeys/RevokeApiKeyDialog.js'
export { RotateApiKeyDialog, type RotateApiKeyDialogProps } from './components/ApiKeys/RotateApiKeyDialog.js'
export { ApiKeyTable, type ApiKeyTableProps } from './components/ApiKeys/ApiKeyTable.js'
export { AudioPlayer, type AudioPlayerProps } from './components/AudioPlayer/AudioPlayer.js'
export { CostEstimate, type CostEstimateProps } from './components/SpeechParts/CostEstimate.js'
export { CreditBalance, type CreditBalanceProps } from './components/CreditBalance/CreditBalance.js'
export { ErrorNotice, type ErrorNoticeProps } from './components/ErrorNotice/ErrorNotice.js'
export { RateLimitMeter, type RateLimitMeterProps } from './components/RateLimitMeter/RateLimitMeter.js'
export { RateLimitNotice, type RateLimitNoticeProps } from './components/RateLimitNotice/RateLimitNotice.js'
export { SpeechGenerator, type SpeechGeneratorProps } from './components/SpeechGenerator/SpeechGenerator.js'
export { SpeechHistory, type SpeechHistoryProps } from './components/SpeechHistory/SpeechHistory.js'
export { SpeechProgress, type SpeechProgressProps } from './components/SpeechParts/SpeechProgress.js'
export { SpeechSettings, type SpeechSettingsProps, type SpeechSettingsValue } from './components/SpeechParts/SpeechSettings.js'
export { SpeechText, type SpeechTextProps } from './components/SpeechText/SpeechText.js'
export { UsageChart, type UsageChartProps } from './components/Usage/UsageChart.js'
export { UsageTable, type UsageTableProps } from './components/Usage/UsageTable.js'
export { TopUp, type TopUpProps } from './components/TopUp/TopUp.js'
export { VoicePicker, type VoicePickerProps } from './components/SpeechParts/VoicePicker.js'
export { WalletBalance, type WalletBalanceProps } from './components/WalletBalance/WalletBalance.js'

export {
  useApiKeySecret,
  type UseApiKeySecretOptions,
} from './components/ApiKeys/useApiKeySecret.js'
export type { SecretCopy, SecretShown } from './components/ApiKeys/useSecretCopy.js'
export {
  useAudioPlayer,
  type UseAudioPlayerOptions,
  type UseAudioPlayerResult,
} from './components/AudioPlayer/useAudioPlayer.js'
export type { AudioPhase } from './components/AudioPlayer/audioPhase.js'
export type { MediaFailure } from './components/AudioPlayer/mediaFailure.js'
export { useCaptions, type UseCaptionsOptions, type UseCaptionsResult } from './components/AudioPlayer/useCaptions.js'
export type { CaptionWord } from './components/AudioPlayer/captionWords.js'
export { useCostEstimate, type UseCostEstimateResult } from './components/SpeechParts/useCostEstimate.js'
export {
  useCreateApiKey,
  type UseCreateApiKeyOptions,
  type UseCreateApiKeyResult,
} from './components/ApiKeys/useCreateApiKey.js'
export type { Expiry, ExpiryChoice } from './components/ApiKeys/useExpiries.js'
export {
  useCreditBalance,
  type UseCreditBalanceOptions,
  type UseCreditBalanceResult,
} from './components/CreditBalance/useCreditBalance.js'
export type { CreditState } from './components/CreditBalance/creditStatus.js'
export {
  useRevokeApiKey,
  type UseRevokeApiKeyOptions,
  type UseRevokeApiKeyResult,
} from './components/ApiKeys/useRevokeApiKey.js'
export {
  useSpeechEntry,
  type UseSpeechEntryOptions,
  type UseSpeechEntryResult,
} from './components/SpeechHistory/useSpeechEntry.js'
export type { HistoryState } from './components/SpeechHistory/historyState.js'
export {
  useSpeechGenerator,
  type UseSpeechGeneratorOptions,
  type UseSpeechGeneratorResult,
} from './components/SpeechGenerator/useSpeechGenerator.js'
export type { SpeechPhase } from './components/SpeechGenerator/speechPhase.js'
export type { Draft, Problems, SpeechShown, Subject } from './components/SpeechGenerator/types.js'
export {
  useSpeechHistory,
  type UseSpeechHistoryOptions,
  type UseSpeechHistoryResult,
} from './components/SpeechHistory/useSpeechHistory.js'
export { useSpeechProgress, type UseSpeechProgressResult } from './components/SpeechParts/useSpeechProgress.js'
export {
  useSpeechSettings,
  type UseSpeechSettingsOptions,
  type UseSpeechSettingsResult,
} from './components/SpeechParts/useSpeechSettings.js'
export { useSpeechText, type UseSpeechTextOptions, type UseSpeechTextResult } from './components/SpeechText/useSpeechText.js'
export type { DirectionFinding, DirectionProblem } from './components/SpeechText/directions.js'
export type { DirectionOffer } from './components/SpeechText/directionOffers.js'
export {
  useUsageChart,
  type UseUsageChartOptions,
  type UseUsageChartResult,
} from './components/Usage/useUsageChart.js'
export { useUsageTable, type UseUsageTableOptions, type UseUsageTableResult } from './components/Usage/useUsageTable.js'
export type { ChargeList } from './components/Usage/useCharges.js'
export type { DayListProps, DayProps } from './components/Usage/useDayList.js'
export type { UsageColumn } from './components/Usage/usageColumns.js'
export type { ServiceSum, UsageDay, UsageServices, UsageSum } from './components/Usage/usageGroups.js'
export type { UsageState } from './components/Usage/usageState.js'
export type { NamedDay } from './components/Usage/useUsageDays.js'
export {
  useVoicePicker,
  type UseVoicePickerOptions,
  type UseVoicePickerResult,
} from './components/SpeechGenerator/useVoicePicker.js'
export type { VoiceGroup, VoiceOption } from './components/SpeechGenerator/voices.js'
export {
  useVoicePreview,
  type UseVoicePreviewResult,
  type VoicePreview,
} from './components/SpeechGenerator/useVoicePreview.js'
export {
  useWalletBalance,
  type UseWalletBalanceOptions,
  type UseWalletBalanceResult,
} from './components/WalletBalance/useWalletBalance.js'
export type { WalletState } from './components/WalletBalance/walletStatus.js'

export { useAccount } from './react/useAccount.js'
export {
  useApiKeyTable,
  type UseApiKeyTableOptions,
  type UseApiKeyTableResult,
} from './components/ApiKeys/useApiKeyTable.js'
export type { KeyFilter, KeySort, KeySortColumn } from './components/ApiKeys/keySelection.js'
export { useApiKeys, type UseApiKeysOptions } from './react/useApiKeys.js'
export { useCredits } from './react/useCredits.js'
export { useGenerateSpeech } from './react/useGenerateSpeech.js'
export { useRateLimit } from './react/useRateLimit.js'
export { useRotateApiKey } from './react/useRotateApiKey.js'
export { useSpeechJobs, type UseSpeechJobsResult } from './react/useSpeechJobs.js'
export { useTopUp, type UseTopUpOptions } from './react/useTopUp.js'
export { useUsage } from './react/useUsage.js'
export { useVoices, type UseVoicesOptions } from './react/useVoices.js'
export { useWallet } from './react/useWallet.js'
export type {
  QueryResult,
  Retry,
  RotationStep,
  SpeechStatus,
  UseApiKeysResult,
  UseGenerateSpeechResult,
  UseRotateApiKeyResult,
  UseTopUpResult,
  UseVoicesResult,
} from './react/types.js'

export { createAudioPodClient } from './client/createAudioPodClient.js'
export type { ClientOptions, HeadersOption } from './client/options.js'
export type {
  ApiKeyInput,
  AudioPodClient,
  CallOptions,
  CreateSpeechOptions,
  GenerateSpeechOptions,
  SpeechJob,
  VoicesQuery,
  Wait,
  WaitForSpeechOptions,
} from './client/types.js'
export type { RateLimit, RateLimitStore } from './schedule/rateLimitStore.js'

export {
  AbortedError,
  AudioPodError,
  AuthenticationError,
  ConfigurationError,
  InsufficientCreditsError,
  InvalidRequestError,
  InvalidResponseError,
  isAudioPodError,
  JobFailedError,
  NetworkError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  TimeoutError,
  UnknownOutcomeError,
} from './errors/errors.js'
export type { FieldError } from './errors/errors.js'
export type { ErrorCode } from './errors/codes.js'

export type {
  Account,
  ApiKey,
  ApiKeyStatus,
  AudioFormat,
  CreatedApiKey,
  Credits,
  CreditUsage,
  DeliveryMode,
  Estimate,
  Page,
  Prices,
  SpeechJobStatus,
  SpeechJobVoice,
  SpeechRequest,
  SpeechTimestamps,
  TimedText,
  TimestampType,
  TopUpLimits,
  Voice,
  VoicePage,
  Wallet,
  WalletPrices,
  WalletUsage,
} from './api/types.js'

export type { InitialData } from './api/initialData.js'
export type { LabelOverrides, Labels } from './i18n/index.js'
export type { SpeechEntry } from './state/types.js'
export type { PersistJobs, PersistJobsOptions } from './state/jobsPlace.js'
export type { Appearance } from './theme/appearance.js'
export type { ButtonState, FieldState, InputState, NoticeState, Render, Renders } from './theme/renders.js'
