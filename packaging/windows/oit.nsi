; The installer for Windows: for one user, so that no administrator is needed. `packaging/windows` calls it with
; VERSION, FILES (the folder whose files are installed) and OUT.
;   setup.exe /S        installs without questions
;   setup.exe /S /D=X   into another folder

Unicode true
Target amd64-unicode
!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "path.nsh"

Name "oit ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\oit"
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetDateSave off
BrandingText "oit ${VERSION}"
ManifestDPIAware true

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "oit"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "oit"
VIAddVersionKey "LegalCopyright" "MIT OR Apache-2.0"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\oit"
!define MENU "$SMPROGRAMS\oit"

!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "notepad.exe"
!define MUI_FINISHPAGE_RUN_PARAMETERS "$\"$INSTDIR\guide.txt$\""
!define MUI_FINISHPAGE_RUN_TEXT "$(GUIDE)"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Thai"
!insertmacro MUI_LANGUAGE "English"

LangString GUIDE ${LANG_THAI} "คู่มือเริ่มต้น oit"
LangString GUIDE ${LANG_ENGLISH} "oit: first steps"
LangString COMMAND ${LANG_THAI} "หน้าต่างคำสั่ง oit"
LangString COMMAND ${LANG_ENGLISH} "oit command window"
LangString REMOVE ${LANG_THAI} "ถอนการติดตั้ง oit"
LangString REMOVE ${LANG_ENGLISH} "Uninstall oit"

Section
  SetOutPath "$INSTDIR"
  File "${FILES}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateDirectory "${MENU}"
  CreateShortcut "${MENU}\$(COMMAND).lnk" "$INSTDIR\oit-command.cmd"
  CreateShortcut "${MENU}\$(GUIDE).lnk" "$INSTDIR\guide.txt"
  CreateShortcut "${MENU}\$(REMOVE).lnk" "$INSTDIR\uninstall.exe"

  ${AddToPath} "$INSTDIR"

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "oit"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\oit.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

; Only what was installed is removed, by name: the folder may hold files of the user.
Section "Uninstall"
  ${RemoveFromPath} "$INSTDIR"
  Delete "$INSTDIR\oit.exe"
  Delete "$INSTDIR\oit-start.cmd"
  Delete "$INSTDIR\oit-command.cmd"
  Delete "$INSTDIR\guide.txt"
  Delete "$INSTDIR\LICENSE-MIT.txt"
  Delete "$INSTDIR\LICENSE-APACHE.txt"
  Delete "$INSTDIR\LICENSES-crates.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  ; The menu's folder is ours alone; a shortcut may have been made in the other language.
  RMDir /r "${MENU}"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
