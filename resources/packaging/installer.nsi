; Installs Mulighet for the user who runs it, without administrator rights, in bokmål, nynorsk or
; English. Silent: /S (and /D=C:\folder as the last word). Uninstalling keeps the data; silently,
; /PURGE removes them too. Nothing starts by itself, and nothing is fetched.
;
;   makensis -DPAYLOAD=dist/mulighet -DVERSION=0.2.0 -DOUTFILE=mulighet-0.2.0-setup.exe installer.nsi
;
; PAYLOAD is the folder PyInstaller made, ICON the program's icon.

Unicode true
!ifndef COMPRESSOR
  !define COMPRESSOR "/SOLID lzma"
!endif
SetCompressor ${COMPRESSOR}
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh

!define NAME "Mulighet"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Mulighet"

Name "${NAME}"
OutFile "${OUTFILE}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Mulighet"
InstallDirRegKey HKCU "Software\Mulighet" "InstallFolder"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME}"
VIAddVersionKey "LegalCopyright" "EUPL-1.2"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\mulighet.exe"
!define MUI_FINISHPAGE_RUN_NOTCHECKED
!define MUI_LANGDLL_REGISTRY_ROOT "HKCU"
!define MUI_LANGDLL_REGISTRY_KEY "Software\Mulighet"
!define MUI_LANGDLL_REGISTRY_VALUENAME "InstallerLanguage"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES

; The first is the one for a Windows in another language.
!insertmacro MUI_LANGUAGE "Norwegian"
!insertmacro MUI_LANGUAGE "NorwegianNynorsk"
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_RESERVEFILE_LANGDLL

LangString Program ${LANG_NORWEGIAN} "Programmet"
LangString Program ${LANG_NORWEGIANNYNORSK} "Programmet"
LangString Program ${LANG_ENGLISH} "The program"
LangString ProgramTold ${LANG_NORWEGIAN} "Fjerner programmet. Databasen, nøklene og kladdene blir liggende."
LangString ProgramTold ${LANG_NORWEGIANNYNORSK} "Fjernar programmet. Databasen, nøklane og kladdane blir liggjande."
LangString ProgramTold ${LANG_ENGLISH} "Removes the program. The database, the keys and the drafts stay."
LangString Data ${LANG_NORWEGIAN} "Alt som er skrevet (kan ikke angres)"
LangString Data ${LANG_NORWEGIANNYNORSK} "Alt som er skrive (kan ikkje angrast)"
LangString Data ${LANG_ENGLISH} "Everything written (cannot be undone)"
LangString DataTold ${LANG_NORWEGIAN} "Fjerner også databasen, nøklene, kladdene og loggene på denne maskinen. Uten sikkerhetskopi er de borte for alltid."
LangString DataTold ${LANG_NORWEGIANNYNORSK} "Fjernar òg databasen, nøklane, kladdane og loggane på denne maskina. Utan tryggingskopi er dei borte for alltid."
LangString DataTold ${LANG_ENGLISH} "Also removes the database, the keys, the drafts and the logs on this machine. Without a backup they are gone for good."
LangString InUse ${LANG_NORWEGIAN} "Mulighet er åpent. Lukk programmet, og prøv igjen."
LangString InUse ${LANG_NORWEGIANNYNORSK} "Mulighet er ope. Lukk programmet, og prøv igjen."
LangString InUse ${LANG_ENGLISH} "Mulighet is open. Close the program and try again."

!define MUI_LANGDLL_WINDOWTITLE "${NAME}"
!define MUI_LANGDLL_INFO "Velg språk. Vel språk. Choose a language."

Function .onInit
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

; A program that runs keeps its file: Windows lets nobody write to it.
!macro StopWhileOpen
  ${If} ${FileExists} "$INSTDIR\mulighet.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\mulighet.exe" a
    ${If} ${Errors}
      SetErrorLevel 2
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(InUse)" /SD IDOK
      Abort "$(InUse)"
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Section "Mulighet"
  !insertmacro StopWhileOpen
  ; What an older version had and this one has not must not stay behind.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\Mulighet.lnk" "$INSTDIR\mulighet.exe"

  WriteRegStr HKCU "Software\Mulighet" "InstallFolder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\mulighet.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
SectionEnd

Section "un.$(Program)" UnProgram
  SectionIn RO
  !insertmacro StopWhileOpen
  Delete "$SMPROGRAMS\Mulighet.lnk"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\mulighet.exe"
  Delete "$INSTDIR\mulighet-console.exe"
  Delete "$INSTDIR\uninstall.exe"
  ; Only when it is empty: the folder may have been somebody's before.
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Mulighet"
SectionEnd

Section /o "un.$(Data)" UnData
  RMDir /r "$LOCALAPPDATA\mulighet"
SectionEnd

!insertmacro MUI_UNFUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${UnProgram} "$(ProgramTold)"
  !insertmacro MUI_DESCRIPTION_TEXT ${UnData} "$(DataTold)"
!insertmacro MUI_UNFUNCTION_DESCRIPTION_END

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/PURGE" $1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${UnData}
  ${EndIf}
FunctionEnd
