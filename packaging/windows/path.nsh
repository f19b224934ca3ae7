; Puts a folder into the PATH of the user, and takes it out. NSIS cuts texts off after 1,024 letters, and a PATH is
; often longer: it stays in memory of Windows, and never becomes a text of NSIS.
;
;   ${AddToPath} FOLDER       ${RemoveFromPath} FOLDER
;
; Nothing is written where the PATH cannot be read whole.

!define PATH_BYTES 131072   ; twice what Windows lets a variable be

!macro ReadPath
  ; $1: memory that holds `;PATH;`, $2: kind of the value, $9: "" when it was read.
  System::Alloc ${PATH_BYTES}
  Pop $1
  StrCpy $2 2   ; REG_EXPAND_SZ, where there is none yet
  StrCpy $9 ""
  System::Call 'kernel32::lstrcpyW(p r1, w ";")'
  IntPtrOp $3 $1 + 2
  System::Call 'advapi32::RegOpenKeyExW(p -2147483647, w "Environment", i 0, i 0x20019, *p .r4) i .r5'
  ${If} $5 = 0
    IntOp $6 ${PATH_BYTES} - 8
    System::Call 'advapi32::RegQueryValueExW(p r4, w "Path", p 0, *i .r7, p r3, *i r6r6) i .r5'
    System::Call 'advapi32::RegCloseKey(p r4)'
    ${If} $5 = 0
      StrCpy $2 $7
    ${ElseIf} $5 <> 2   ; ERROR_FILE_NOT_FOUND: there is none yet
      StrCpy $9 "unread"
    ${EndIf}
    ${If} $2 <> 1
    ${AndIf} $2 <> 2
      StrCpy $9 "no text"
    ${EndIf}
  ${Else}
    StrCpy $9 "unread"
  ${EndIf}
  System::Call 'kernel32::lstrcatW(p r1, w ";")'
!macroend

; Where `;FOLDER;` stands in memory $1 is left in $8, or 0.
!macro FindInPath FOLDER
  System::Call 'shlwapi::StrStrIW(p r1, w ";${FOLDER};") p .r8'
!macroend

; Writes memory $1 without the `;` at both ends, and frees it.
!macro WritePath
  System::Call 'kernel32::lstrlenW(p r1) i .r5'
  IntOp $5 $5 - 1            ; letters up to the last `;`
  ${If} $5 < 1               ; nothing is left: an empty text
    StrCpy $5 1
  ${EndIf}
  IntOp $6 $5 * 2
  IntPtrOp $7 $1 + $6
  System::Call '*$7(&i2 0)'
  IntPtrOp $3 $1 + 2         ; after the first `;`
  System::Call 'advapi32::RegOpenKeyExW(p -2147483647, w "Environment", i 0, i 0x20006, *p .r4) i .r5'
  ${If} $5 = 0
    ; Bytes: the letters between both ends, and the zero.
    System::Call 'advapi32::RegSetValueExW(p r4, w "Path", i 0, i r2, p r3, i r6)'
    System::Call 'advapi32::RegCloseKey(p r4)'
    ; Open windows of Explorer learn of it.
    SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=5000
  ${EndIf}
!macroend

!define AddToPath "!insertmacro AddToPath"
!macro AddToPath FOLDER
  !insertmacro ReadPath
  ${If} $9 == ""
    !insertmacro FindInPath "${FOLDER}"
    ${If} $8 P= 0
      System::Call 'kernel32::lstrcmpW(p r1, w ";;") i .r5'
      ${If} $5 = 0
        System::Call 'kernel32::lstrcpyW(p r1, w ";")'   ; an empty one
      ${EndIf}
      System::Call 'kernel32::lstrcatW(p r1, w "${FOLDER};")'
      !insertmacro WritePath
    ${EndIf}
  ${EndIf}
  System::Free $1
!macroend

!define RemoveFromPath "!insertmacro RemoveFromPath"
!macro RemoveFromPath FOLDER
  !insertmacro ReadPath
  ${If} $9 == ""
    !insertmacro FindInPath "${FOLDER}"
    ${If} $8 P<> 0
      StrLen $5 "${FOLDER};"
      IntOp $5 $5 * 2
      IntPtrOp $3 $8 + $5   ; the `;` after the folder
      System::Call 'kernel32::lstrlenW(p r3) i .r5'
      IntOp $5 $5 * 2
      IntOp $5 $5 + 2
      System::Call 'ntdll::RtlMoveMemory(p r8, p r3, p r5)'
      !insertmacro WritePath
    ${EndIf}
  ${EndIf}
  System::Free $1
!macroend
