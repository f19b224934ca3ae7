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
Caption "oit ${VERSION}"
UninstallCaption "oit ${VERSION}"
ManifestDPIAware true

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "oit"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "oit"
VIAddVersionKey "LegalCopyright" "MIT OR Apache-2.0"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\oit"
!define MENU "$SMPROGRAMS\oit"

; Words of our own where those that come with NSIS speak of restarts, or are misspelled in Thai.
!define MUI_WELCOMEPAGE_TITLE "$(WELCOME)"
!define MUI_WELCOMEPAGE_TEXT "$(WELCOME_TEXT)"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(DONE)"
!define MUI_FINISHPAGE_TEXT "$(DONE_TEXT)"
!define MUI_FINISHPAGE_RUN "notepad.exe"
!define MUI_FINISHPAGE_RUN_PARAMETERS "$\"$INSTDIR\guide.txt$\""
!define MUI_FINISHPAGE_RUN_TEXT "$(OPEN_GUIDE)"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The system's language; where it is neither, the first.
!insertmacro MUI_LANGUAGE "Thai"
!insertmacro MUI_LANGUAGE "English"

!macro WORDS NAME THAI ENGLISH
  LangString ${NAME} ${LANG_THAI} "${THAI}"
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
!macroend
!insertmacro WORDS WELCOME "ติดตั้ง oit ${VERSION}" "Install oit ${VERSION}"
!insertmacro WORDS WELCOME_TEXT \
  "ติดตั้งให้ผู้ใช้คนนี้เท่านั้น ไม่ต้องใช้สิทธิ์ผู้ดูแลเครื่อง$\r$\n$\r$\nกดติดตั้งเพื่อเริ่ม" \
  "For this user alone; no administrator is needed.$\r$\n$\r$\nPress Install to begin."
!insertmacro WORDS DONE "ติดตั้ง oit แล้ว" "oit is installed"
!insertmacro WORDS DONE_TEXT \
  "เปิด “หน้าต่างคำสั่ง oit” จากเมนูเริ่ม หรือพิมพ์ oit ในหน้าต่างคำสั่งที่เปิดใหม่" \
  "Open “oit command window” from the start menu, or type oit in a new command window."
!insertmacro WORDS OPEN_GUIDE "เปิดคู่มือเริ่มต้น" "Open the guide (in Thai)"
!insertmacro WORDS GUIDE "คู่มือเริ่มต้น oit" "oit first steps"
!insertmacro WORDS COMMAND "หน้าต่างคำสั่ง oit" "oit command window"
!insertmacro WORDS REMOVE "ถอนการติดตั้ง oit" "Uninstall oit"

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
