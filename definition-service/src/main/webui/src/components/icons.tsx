import * as given from '@ant-design/icons';
import type { ComponentProps } from 'react';

type Icon = typeof given.CheckCircleFilled;

/**
 * An icon stands beside words and says nothing besides: antd's would be read out by the names of their files ("save Save"). One that
 * stands alone and means something has an `aria-label`.
 */
function silent(Given: Icon) {
  return function Silent(props: ComponentProps<Icon>) {
    return <Given {...(props['aria-label'] === undefined ? { 'aria-hidden': true } : {})} {...props} />;
  };
}

export const ApartmentOutlined = /* @__PURE__ */ silent(given.ApartmentOutlined);
export const ApiOutlined = /* @__PURE__ */ silent(given.ApiOutlined);
export const AppstoreOutlined = /* @__PURE__ */ silent(given.AppstoreOutlined);
export const ArrowDownOutlined = /* @__PURE__ */ silent(given.ArrowDownOutlined);
export const ArrowUpOutlined = /* @__PURE__ */ silent(given.ArrowUpOutlined);
export const BgColorsOutlined = /* @__PURE__ */ silent(given.BgColorsOutlined);
export const BorderOuterOutlined = /* @__PURE__ */ silent(given.BorderOuterOutlined);
export const BranchesOutlined = /* @__PURE__ */ silent(given.BranchesOutlined);
export const CalculatorOutlined = /* @__PURE__ */ silent(given.CalculatorOutlined);
export const CalendarOutlined = /* @__PURE__ */ silent(given.CalendarOutlined);
export const CaretDownOutlined = /* @__PURE__ */ silent(given.CaretDownOutlined);
export const CaretRightOutlined = /* @__PURE__ */ silent(given.CaretRightOutlined);
export const CheckCircleFilled = /* @__PURE__ */ silent(given.CheckCircleFilled);
export const CheckCircleOutlined = /* @__PURE__ */ silent(given.CheckCircleOutlined);
export const ClockCircleFilled = /* @__PURE__ */ silent(given.ClockCircleFilled);
export const ClockCircleOutlined = /* @__PURE__ */ silent(given.ClockCircleOutlined);
export const CloseCircleFilled = /* @__PURE__ */ silent(given.CloseCircleFilled);
export const CloseOutlined = /* @__PURE__ */ silent(given.CloseOutlined);
export const CloudUploadOutlined = /* @__PURE__ */ silent(given.CloudUploadOutlined);
export const CodeOutlined = /* @__PURE__ */ silent(given.CodeOutlined);
export const CompassOutlined = /* @__PURE__ */ silent(given.CompassOutlined);
export const CompressOutlined = /* @__PURE__ */ silent(given.CompressOutlined);
export const CopyOutlined = /* @__PURE__ */ silent(given.CopyOutlined);
export const DatabaseOutlined = /* @__PURE__ */ silent(given.DatabaseOutlined);
export const DeleteOutlined = /* @__PURE__ */ silent(given.DeleteOutlined);
export const DeploymentUnitOutlined = /* @__PURE__ */ silent(given.DeploymentUnitOutlined);
export const DownOutlined = /* @__PURE__ */ silent(given.DownOutlined);
export const DownloadOutlined = /* @__PURE__ */ silent(given.DownloadOutlined);
export const DragOutlined = /* @__PURE__ */ silent(given.DragOutlined);
export const EditOutlined = /* @__PURE__ */ silent(given.EditOutlined);
export const ExclamationCircleFilled = /* @__PURE__ */ silent(given.ExclamationCircleFilled);
export const ExportOutlined = /* @__PURE__ */ silent(given.ExportOutlined);
export const FieldTimeOutlined = /* @__PURE__ */ silent(given.FieldTimeOutlined);
export const FileSearchOutlined = /* @__PURE__ */ silent(given.FileSearchOutlined);
export const FontColorsOutlined = /* @__PURE__ */ silent(given.FontColorsOutlined);
export const ForkOutlined = /* @__PURE__ */ silent(given.ForkOutlined);
export const FrownOutlined = /* @__PURE__ */ silent(given.FrownOutlined);
export const FunctionOutlined = /* @__PURE__ */ silent(given.FunctionOutlined);
export const GlobalOutlined = /* @__PURE__ */ silent(given.GlobalOutlined);
export const HistoryOutlined = /* @__PURE__ */ silent(given.HistoryOutlined);
export const HourglassOutlined = /* @__PURE__ */ silent(given.HourglassOutlined);
export const ImportOutlined = /* @__PURE__ */ silent(given.ImportOutlined);
export const InboxOutlined = /* @__PURE__ */ silent(given.InboxOutlined);
export const LeftOutlined = /* @__PURE__ */ silent(given.LeftOutlined);
export const LoadingOutlined = /* @__PURE__ */ silent(given.LoadingOutlined);
export const LockOutlined = /* @__PURE__ */ silent(given.LockOutlined);
export const LogoutOutlined = /* @__PURE__ */ silent(given.LogoutOutlined);
export const MenuFoldOutlined = /* @__PURE__ */ silent(given.MenuFoldOutlined);
export const MenuUnfoldOutlined = /* @__PURE__ */ silent(given.MenuUnfoldOutlined);
export const MessageOutlined = /* @__PURE__ */ silent(given.MessageOutlined);
export const MinusCircleFilled = /* @__PURE__ */ silent(given.MinusCircleFilled);
export const MinusOutlined = /* @__PURE__ */ silent(given.MinusOutlined);
export const MinusSquareOutlined = /* @__PURE__ */ silent(given.MinusSquareOutlined);
export const MoreOutlined = /* @__PURE__ */ silent(given.MoreOutlined);
export const PartitionOutlined = /* @__PURE__ */ silent(given.PartitionOutlined);
export const PauseOutlined = /* @__PURE__ */ silent(given.PauseOutlined);
export const PlayCircleOutlined = /* @__PURE__ */ silent(given.PlayCircleOutlined);
export const PlusOutlined = /* @__PURE__ */ silent(given.PlusOutlined);
export const PlusSquareOutlined = /* @__PURE__ */ silent(given.PlusSquareOutlined);
export const PushpinOutlined = /* @__PURE__ */ silent(given.PushpinOutlined);
export const QuestionCircleOutlined = /* @__PURE__ */ silent(given.QuestionCircleOutlined);
export const RedoOutlined = /* @__PURE__ */ silent(given.RedoOutlined);
export const ReloadOutlined = /* @__PURE__ */ silent(given.ReloadOutlined);
export const RightOutlined = /* @__PURE__ */ silent(given.RightOutlined);
export const SafetyCertificateOutlined = /* @__PURE__ */ silent(given.SafetyCertificateOutlined);
export const SaveOutlined = /* @__PURE__ */ silent(given.SaveOutlined);
export const SearchOutlined = /* @__PURE__ */ silent(given.SearchOutlined);
export const SendOutlined = /* @__PURE__ */ silent(given.SendOutlined);
export const SettingOutlined = /* @__PURE__ */ silent(given.SettingOutlined);
export const SnippetsOutlined = /* @__PURE__ */ silent(given.SnippetsOutlined);
export const StopOutlined = /* @__PURE__ */ silent(given.StopOutlined);
export const TableOutlined = /* @__PURE__ */ silent(given.TableOutlined);
export const ThunderboltOutlined = /* @__PURE__ */ silent(given.ThunderboltOutlined);
export const UndoOutlined = /* @__PURE__ */ silent(given.UndoOutlined);
export const UpOutlined = /* @__PURE__ */ silent(given.UpOutlined);
export const UserOutlined = /* @__PURE__ */ silent(given.UserOutlined);
export const WarningFilled = /* @__PURE__ */ silent(given.WarningFilled);
export const WarningOutlined = /* @__PURE__ */ silent(given.WarningOutlined);
export const ZoomInOutlined = /* @__PURE__ */ silent(given.ZoomInOutlined);
export const ZoomOutOutlined = /* @__PURE__ */ silent(given.ZoomOutOutlined);
