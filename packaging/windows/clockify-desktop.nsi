; The installer for Windows, of the folder that program_folder.py built there.
;
;   makensis -DVERSION=0.1.0 -DFOLDER=dist\clockify-desktop -DICON=clockify-desktop.ico
;       -DTARGET=dist\clockify-desktop-setup.exe packaging\windows\clockify-desktop.nsi
;
; For one person, without an administrator. /S installs and removes without questions.

Unicode true
!include "MUI2.nsh"
!include "FileFunc.nsh"

!define NAME "Clockify Desktop Reporter"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\clockify-desktop"
!define TYPE "ClockifyDesktop.Report"
; A type of file has one ending alone on Windows: reports are opened with this program
; by choice, and other TOML files stay whose they were.
!define ENDING ".toml"

Name "${NAME}"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\clockify-desktop"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
RequestExecutionLevel user
; Minutes, which are saved where nobody installs it.
!ifdef NOT_PACKED
SetCompress off
!else
SetCompressor /SOLID lzma
!endif

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "FileDescription" "${NAME}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "The ${NAME} authors, MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\clockify-desktop.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "Spanish"
!insertmacro MUI_LANGUAGE "Portuguese"

Section "Install"
  ; What an older version had and this one has not would be loaded.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}\*.*"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\clockify-desktop.exe"

  WriteRegStr HKCU "Software\Classes\${TYPE}" "" "Clockify report"
  WriteRegStr HKCU "Software\Classes\${TYPE}\DefaultIcon" "" \
    "$INSTDIR\clockify-desktop.exe,0"
  WriteRegStr HKCU "Software\Classes\${TYPE}\shell\open\command" "" \
    '"$INSTDIR\clockify-desktop.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\${ENDING}\OpenWithProgids" "${TYPE}" ""

  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\clockify-desktop.exe"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $0
SectionEnd

Section "Uninstall"
  ; A person's own settings stay; clockify-desktop-report --purge-data removes them.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\clockify-desktop.exe"
  Delete "$INSTDIR\clockify-desktop-report.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegValue HKCU "Software\Classes\${ENDING}\OpenWithProgids" "${TYPE}"
  DeleteRegKey HKCU "Software\Classes\${TYPE}"
  DeleteRegKey HKCU "${KEY}"
SectionEnd
